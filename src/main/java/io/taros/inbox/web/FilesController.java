package io.taros.inbox.web;

import io.taros.conversation.Attachment;
import io.taros.conversation.AttachmentAnswer;
import io.taros.conversation.Attachments;
import io.taros.conversation.Conversation;
import io.taros.conversation.RestrictedReading;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of conversations, for whoever reads those. */
@Controller
class FilesController {
    private final Attachments attachments;
    private final RestrictedReading restricted;

    FilesController(Attachments attachments, RestrictedReading restricted) {
        this.attachments = attachments;
        this.restricted = restricted;
    }

    @GetMapping("/inbox/{id}/attachments/{attachment}")
    @Requires(Permission.CONVERSATION_READ)
    ResponseEntity<byte[]> file(
            @PathVariable UUID id, @PathVariable UUID attachment, Caller caller) {
        restricted.check(new Conversation.Id(id), caller);
        return AttachmentAnswer.of(
                attachments.get(new Conversation.Id(id), new Attachment.Id(attachment)));
    }
}
