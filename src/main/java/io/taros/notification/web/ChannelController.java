package io.taros.notification.web;

import io.taros.bot.Bot;
import io.taros.notification.Channel;
import io.taros.notification.ChannelHealth;
import io.taros.notification.ChannelSecrets;
import io.taros.notification.ChannelSettings;
import io.taros.notification.Channels;
import io.taros.notification.Event;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/settings/notifications/{id}")
class ChannelController {
    private static final String HERE = "/settings/notifications";

    /**
     * @param url as it was where empty
     * @param bot all where absent
     */
    record Form(
            @Nullable String name,
            @Nullable String url,
            @Nullable Set<Event> events,
            @Nullable UUID bot,
            @Nullable Boolean content) {
        private ChannelPage.Draft draft() {
            return new ChannelPage.Draft(
                    name == null ? "" : name,
                    url == null ? "" : url.strip(),
                    events == null ? Set.of() : events,
                    bot,
                    content != null && content);
        }
    }

    private final Channels channels;
    private final ChannelSecrets secrets;
    private final ChannelHealth health;
    private final ChannelPages pages;

    ChannelController(
            Channels channels, ChannelSecrets secrets, ChannelHealth health, ChannelPages pages) {
        this.channels = channels;
        this.secrets = secrets;
        this.health = health;
        this.pages = pages;
    }

    @GetMapping
    @Requires(Permission.WEBHOOK_MANAGE)
    ChannelPage page(@PathVariable UUID id, Caller caller) {
        return pages.page(new Channel.Id(id), caller);
    }

    @PostMapping
    @Requires(Permission.WEBHOOK_MANAGE)
    View change(@PathVariable UUID id, Form form, Caller caller) {
        var draft = form.draft();
        var channel = channels.get(new Channel.Id(id));
        try {
            var wanted =
                    new ChannelSettings(
                            draft.name(),
                            draft.url().isEmpty() ? null : draft.url(),
                            draft.events(),
                            draft.bot() == null ? null : new Bot.Id(draft.bot()),
                            draft.content());
            channels.change(channel.id(), wanted, caller);
            return new Redirect(HERE + "/" + id);
        } catch (BadInput refused) {
            return pages.wrong(channel.id(), caller, draft, FormErrors.of(refused));
        }
    }

    /** Answers with the page itself: a secret must not travel through a redirect. */
    @PostMapping("/secret")
    @Requires(Permission.WEBHOOK_MANAGE)
    ChannelPage rotate(@PathVariable UUID id, Caller caller) {
        return pages.page(new Channel.Id(id), caller, secrets.rotate(new Channel.Id(id)));
    }

    @PostMapping("/previous-secret/removal")
    @Requires(Permission.WEBHOOK_MANAGE)
    Redirect endPrevious(@PathVariable UUID id) {
        secrets.endPrevious(new Channel.Id(id));
        return new Redirect(HERE + "/" + id);
    }

    @PostMapping("/activation")
    @Requires(Permission.WEBHOOK_MANAGE)
    Redirect switchOn(@PathVariable UUID id) {
        health.switchOn(new Channel.Id(id));
        return new Redirect(HERE + "/" + id);
    }

    @PostMapping("/removal")
    @Requires(Permission.WEBHOOK_MANAGE)
    Redirect remove(@PathVariable UUID id) {
        channels.remove(new Channel.Id(id));
        return new Redirect(HERE);
    }
}
