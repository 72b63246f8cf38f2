package io.taros.inbox.web;

import io.taros.conversation.Conversation;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.Tag;
import io.taros.conversation.Tagging;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The tags on a conversation. The one in the path is not called as the one that the list is limited
 * to: what a form does not say would be filled from the path.
 */
@Controller
@RequestMapping("/inbox/{id}/tags/{label}")
class TaggingController {
    private final Tagging tagging;
    private final RestrictedReading restricted;

    TaggingController(Tagging tagging, RestrictedReading restricted) {
        this.tagging = tagging;
        this.restricted = restricted;
    }

    /** Before anything is done with it. */
    @ModelAttribute
    void mayBeUsed(@PathVariable UUID id, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
    }

    @PostMapping
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect put(@PathVariable UUID id, @PathVariable UUID label, HandlingController.Back back) {
        tagging.put(new Conversation.Id(id), new Tag.Id(label));
        return back.to(id);
    }

    @PostMapping("/removal")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect take(@PathVariable UUID id, @PathVariable UUID label, HandlingController.Back back) {
        tagging.take(new Conversation.Id(id), new Tag.Id(label));
        return back.to(id);
    }
}
