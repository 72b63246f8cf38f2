package io.taros.widget;

import io.taros.conversation.Attachment;
import io.taros.conversation.AttachmentAnswer;
import io.taros.conversation.Attachments;
import io.taros.conversation.Message;
import io.taros.conversation.ShownMessage.ShownAttachment;
import io.taros.conversation.TakeAttachment;
import io.taros.platform.security.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files on their way into a visitor's message, and out of a conversation to its visitor. */
@RestController
@RequestMapping("/widget/v1/{publicKey}/conversations/{id}/attachments")
class VisitorFiles {
    private final TakeAttachment take;
    private final Attachments attachments;
    private final FilesRule rule;
    private final VisitorLimits limits;
    private final Admittance admittance;

    VisitorFiles(
            TakeAttachment take,
            Attachments attachments,
            FilesRule rule,
            VisitorLimits limits,
            Admittance admittance) {
        this.take = take;
        this.attachments = attachments;
        this.rule = rule;
        this.limits = limits;
        this.admittance = admittance;
    }

    /** Kept for an hour, within which a message sends it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Open(VisitorConversations.OWNER)
    ShownAttachment take(
            Visit visit, @RequestParam("file") MultipartFile file, HttpServletRequest request) {
        rule.admit(visit.bot().id());
        limits.file(request, visit);
        var _ = admittance.admit(visit, request);
        return ShownAttachment.of(
                take.take(
                        visit.id(),
                        Message.Role.VISITOR,
                        new TakeAttachment.Upload(
                                file.getOriginalFilename(), file.getSize(), file)));
    }

    @DeleteMapping("/{attachment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(VisitorConversations.OWNER)
    void remove(Visit visit, @PathVariable UUID attachment) {
        attachments.remove(visit.id(), new Attachment.Id(attachment));
    }

    @GetMapping("/{attachment}")
    @Open(VisitorConversations.OWNER)
    ResponseEntity<byte[]> get(Visit visit, @PathVariable UUID attachment) {
        return AttachmentAnswer.of(attachments.get(visit.id(), new Attachment.Id(attachment)));
    }
}
