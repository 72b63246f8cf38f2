package io.taros;

import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.SECOND;
import static io.taros.SampleViews.ago;

import io.taros.notification.Channel;
import io.taros.notification.Delivery;
import io.taros.notification.web.NotificationsPage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where is told what happens: nothing yet, all that can come of it, a secret, a wrong address. */
final class SampleNotification {
    private SampleNotification() {}

    static Map<String, View> all() {
        var channels =
                List.of(
                        new Channel(
                                new Channel.Id(ROBIN),
                                Channel.Kind.SLACK,
                                "#support",
                                "hooks.slack.com"),
                        new Channel(
                                new Channel.Id(SECOND),
                                Channel.Kind.WEBHOOK,
                                "The system of the warehouse and its returns, of 2011",
                                "notifications.warehouse.fjordthread.example"));
        return Map.of(
                "notifications-empty",
                new NotificationsPage(
                        List.of(), List.of(), null, NotificationsPage.Draft.NONE, FormErrors.NONE),
                "notifications",
                new NotificationsPage(
                        channels,
                        List.of(
                                delivery(ROBIN, Delivery.Status.PENDING, "503"),
                                delivery(SECOND, Delivery.Status.FAILED, "UnknownHostException"),
                                delivery(ROBIN, Delivery.Status.DELIVERED, null)),
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        NotificationsPage.Draft.NONE,
                        FormErrors.NONE),
                "notifications-wrong",
                new NotificationsPage(
                        channels,
                        List.of(),
                        null,
                        new NotificationsPage.Draft(Channel.Kind.TEAMS, "Shop", "teams"),
                        FormErrors.NONE.text("url", "notification.input.url")));
    }

    private static Delivery delivery(
            UUID channel, Delivery.Status status, @Nullable String problem) {
        return new Delivery(
                new Delivery.Id(UUID.randomUUID()),
                new Channel.Id(channel),
                Delivery.Event.HANDOVER,
                null,
                "VISITOR_ASKED",
                status,
                problem == null ? 1 : 7,
                problem,
                ago(Duration.ofMinutes(12)));
    }
}
