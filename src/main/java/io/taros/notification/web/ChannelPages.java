package io.taros.notification.web;

import io.taros.bot.Bots;
import io.taros.notification.Channel;
import io.taros.notification.Channels;
import io.taros.notification.Deliveries;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a channel shows. */
@Component
class ChannelPages {
    private static final int SHOWN = 50;

    private final Channels channels;
    private final Deliveries deliveries;
    private final Bots bots;

    ChannelPages(Channels channels, Deliveries deliveries, Bots bots) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.bots = bots;
    }

    ChannelPage page(Channel.Id id, Caller caller) {
        return page(id, caller, null);
    }

    /**
     * @param secret just made
     */
    ChannelPage page(Channel.Id id, Caller caller, @Nullable String secret) {
        var channel = channels.get(id);
        return page(channel, caller, ChannelPage.Draft.of(channel), secret, FormErrors.NONE);
    }

    ChannelPage wrong(Channel.Id id, Caller caller, ChannelPage.Draft draft, FormErrors errors) {
        return page(channels.get(id), caller, draft, null, errors);
    }

    private ChannelPage page(
            Channel channel,
            Caller caller,
            ChannelPage.Draft draft,
            @Nullable String secret,
            FormErrors errors) {
        return new ChannelPage(
                channel,
                bots.list(),
                deliveries.list(channel.id(), Long.MAX_VALUE, SHOWN),
                draft,
                secret,
                caller.may(Permission.CONVERSATION_READ),
                errors);
    }
}
