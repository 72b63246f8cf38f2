package io.taros.widget;

import io.taros.conversation.Attachment;
import io.taros.conversation.AttachmentAnswer;
import io.taros.conversation.Attachments;
import io.taros.conversation.Message;
import io.taros.conversation.ShownMessage.ShownAttachment;
import io.taros.conversation.TakeAttachment;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.UnreadBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Files on their way into a visitor's message, and out of a conversation to its visitor. */
@RestController
@RequestMapping("/widget/v1/{publicKey}/conversations/{id}/attachments")
class VisitorFiles {
    private static final String PART = "file";

    private final TakeAttachment take;
    private final Attachments attachments;
    private final FilesRule rule;
    private final VisitorLimits limits;
    private final Admittance admittance;
    private final FileTurns turns;

    VisitorFiles(
            TakeAttachment take,
            Attachments attachments,
            FilesRule rule,
            VisitorLimits limits,
            Admittance admittance,
            FileTurns turns) {
        this.take = take;
        this.attachments = attachments;
        this.rule = rule;
        this.limits = limits;
        this.admittance = admittance;
        this.turns = turns;
    }

    /**
     * Kept for an hour, within which a message sends it. Nothing of it is read, and so nothing is
     * on the disk, before it is known that it may come.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Open(VisitorConversations.OWNER)
    ShownAttachment take(Visit visit, HttpServletRequest request) throws IOException {
        try (var _ = admitted(visit, request)) {
            var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            var file = parts == null ? null : parts.getFile(PART);
            if (file == null) {
                throw new BadInput(PART, "platform.refused.part", PART);
            }
            var upload =
                    new TakeAttachment.Upload(file.getOriginalFilename(), file.getSize(), file);
            return ShownAttachment.of(take.take(visit.id(), Message.Role.VISITOR, upload));
        }
    }

    private FileTurns.Turn admitted(Visit visit, HttpServletRequest request) throws IOException {
        try {
            rule.admit(visit.bot().id());
            limits.file(request, visit);
            var _ = admittance.admit(visit, request);
            return turns.bring(visit.id(), limits.addressOf(request));
        } catch (RuntimeException refused) {
            UnreadBody.drop(request.getInputStream());
            throw refused;
        }
    }

    @DeleteMapping("/{attachment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(VisitorConversations.OWNER)
    void remove(Visit visit, @PathVariable UUID attachment) {
        attachments.remove(visit.id(), new Attachment.Id(attachment));
    }

    /** Written while it is somebody's turn: a slow line keeps a file in memory for long. */
    @GetMapping("/{attachment}")
    @Open(VisitorConversations.OWNER)
    void get(
            Visit visit,
            @PathVariable UUID attachment,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        limits.fileRead(request, visit);
        try (var _ = turns.read(limits.addressOf(request))) {
            var answer =
                    AttachmentAnswer.of(attachments.get(visit.id(), new Attachment.Id(attachment)));
            answer.getHeaders()
                    .forEach((name, values) -> response.setHeader(name, values.getFirst()));
            response.getOutputStream().write(Objects.requireNonNull(answer.getBody()));
        }
    }
}
