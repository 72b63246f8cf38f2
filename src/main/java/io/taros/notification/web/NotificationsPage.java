package io.taros.notification.web;

import io.taros.notification.Channel;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Where is told what happens. */
public record NotificationsPage(List<Channel> channels, Draft draft, FormErrors errors)
        implements View {
    public NotificationsPage {
        channels = List.copyOf(channels);
    }

    public record Draft(Channel.Kind kind, String name, String url) {
        public static final Draft NONE = new Draft(Channel.Kind.SLACK, "", "");
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
