package io.taros.notification.web;

import io.taros.notification.Channel;
import io.taros.notification.Delivery;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where is told what happens, and what was told.
 *
 * @param secret of the channel just added, shown once
 */
public record NotificationsPage(
        List<Channel> channels,
        List<Delivery> deliveries,
        @Nullable String secret,
        Draft draft,
        FormErrors errors)
        implements View {
    public NotificationsPage {
        channels = List.copyOf(channels);
        deliveries = List.copyOf(deliveries);
    }

    public record Draft(Channel.Kind kind, String name, String url) {
        public static final Draft NONE = new Draft(Channel.Kind.SLACK, "", "");
    }

    /** What a delivery went to. */
    public String nameOf(Channel.Id id) {
        return channels.stream()
                .filter(channel -> channel.id().equals(id))
                .map(Channel::name)
                .findFirst()
                .orElse("…");
    }

    @Override
    public String template() {
        return "notification/notifications";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
