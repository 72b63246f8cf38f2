package io.taros.notification.web;

import io.taros.notification.Channel;
import io.taros.notification.ChannelSettings;
import io.taros.notification.Channels;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/settings/notifications")
class NotificationsController {
    record Form(Channel.@Nullable Kind kind, @Nullable String name, @Nullable String url) {
        private NotificationsPage.Draft draft() {
            return new NotificationsPage.Draft(
                    kind == null ? Channel.Kind.SLACK : kind,
                    name == null ? "" : name,
                    url == null ? "" : url);
        }
    }

    private final Channels channels;
    private final ChannelPages pages;

    NotificationsController(Channels channels, ChannelPages pages) {
        this.channels = channels;
        this.pages = pages;
    }

    @GetMapping
    @Requires(Permission.WEBHOOK_MANAGE)
    NotificationsPage list() {
        return page(NotificationsPage.Draft.NONE, FormErrors.NONE);
    }

    /** Answers with the page itself: a secret must not travel through a redirect. */
    @PostMapping
    @Requires(Permission.WEBHOOK_MANAGE)
    View add(Form form, Caller caller) {
        var draft = form.draft();
        try {
            var added =
                    channels.add(
                            draft.kind(), ChannelSettings.of(draft.name(), draft.url()), caller);
            return added.secret() == null
                    ? new Redirect("/settings/notifications/" + added.id().value())
                    : pages.page(added.id(), caller, added.secret());
        } catch (BadInput refused) {
            return page(draft, FormErrors.of(refused));
        }
    }

    private NotificationsPage page(NotificationsPage.Draft draft, FormErrors errors) {
        return new NotificationsPage(channels.list(), draft, errors);
    }
}
