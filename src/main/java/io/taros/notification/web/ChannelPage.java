package io.taros.notification.web;

import io.taros.bot.Bot;
import io.taros.notification.Channel;
import io.taros.notification.Delivery;
import io.taros.notification.Event;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One channel: what it is told of, its secrets, and what came of what was sent.
 *
 * @param secret just made, shown once
 * @param readsContent whether the reader may let what was said be told
 */
public record ChannelPage(
        Channel channel,
        List<Bot> bots,
        List<Delivery> deliveries,
        Draft draft,
        @Nullable String secret,
        boolean readsContent,
        FormErrors errors)
        implements View {
    public ChannelPage {
        bots = List.copyOf(bots);
        deliveries = List.copyOf(deliveries);
    }

    /** What the form says. */
    public record Draft(
            String name, String url, Set<Event> events, @Nullable UUID bot, boolean content) {
        public Draft {
            events = Set.copyOf(events);
        }

        static Draft of(Channel channel) {
            return new Draft(
                    channel.name(),
                    "",
                    channel.events(),
                    channel.bot() == null ? null : channel.bot().value(),
                    channel.tellsContent());
        }
    }

    public boolean isWebhook() {
        return channel.kind() == Channel.Kind.WEBHOOK;
    }

    public List<Event> choices() {
        return Event.choices(channel.kind());
    }

    public String address() {
        return "/settings/notifications/" + channel.id().value();
    }

    @Override
    public String template() {
        return "notification/channel";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
