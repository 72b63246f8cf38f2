package io.taros.inbox.web;

import io.taros.inbox.CannedReplies;
import io.taros.inbox.CannedReply;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/inbox/canned-replies")
class CannedController {
    record Form(@Nullable String shortcut, @Nullable String text) {
        private String name() {
            return shortcut == null ? "" : shortcut.strip().replaceFirst("^/", "");
        }

        private String words() {
            return text == null ? "" : text.strip();
        }
    }

    private final CannedReplies replies;

    CannedController(CannedReplies replies) {
        this.replies = replies;
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_REPLY)
    CannedPage list() {
        return new CannedPage(replies.list(), "", "", FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.CONVERSATION_REPLY)
    View add(Form form) {
        try {
            replies.add(form.name(), form.words());
            return new Redirect("/inbox/canned-replies");
        } catch (BadInput refused) {
            return new CannedPage(
                    replies.list(), form.name(), form.words(), FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/removal")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect remove(@PathVariable UUID id) {
        replies.remove(new CannedReply.Id(id));
        return new Redirect("/inbox/canned-replies");
    }
}
