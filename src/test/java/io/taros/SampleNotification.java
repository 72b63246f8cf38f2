package io.taros;

import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.SECOND;
import static io.taros.SampleViews.ago;

import io.taros.account.Account;
import io.taros.notification.Channel;
import io.taros.notification.Delivery;
import io.taros.notification.Event;
import io.taros.notification.web.ChannelPage;
import io.taros.notification.web.NotificationsPage;
import io.taros.nudge.PushDevice;
import io.taros.nudge.Wishes;
import io.taros.nudge.web.NudgesPage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where is told what happens: nothing yet, all that can come of it, a secret, a wrong address. */
final class SampleNotification {
    private static final String WAREHOUSE = "The system of the warehouse and its returns, of 2011";

    private SampleNotification() {}

    static Map<String, View> all() {
        var channels = List.of(slack(), warehouse(ago(Duration.ofHours(5)), null));
        var views = new HashMap<String, View>(mine());
        views.putAll(channels(channels));
        return views;
    }

    private static Map<String, View> mine() {
        var wishes = NudgesPage.Draft.of(Wishes.USUAL);
        var half = new NudgesPage.Draft(wishes.ways(), Set.of(), Wishes.Pace.HOURLY, "22:00", "");
        return Map.of(
                "nudges",
                new NudgesPage(wishes, "Europe/Copenhagen", true, true, devices(), FormErrors.NONE),
                "nudges-wrong",
                new NudgesPage(
                        half,
                        "Europe/Copenhagen",
                        true,
                        false,
                        new NudgesPage.Devices("", List.of()),
                        FormErrors.NONE.text("quietUntil", "nudge.input.quiet-half")),
                "nudges-guest",
                new NudgesPage(wishes, "", false, true, NudgesPage.Devices.NONE, FormErrors.NONE));
    }

    private static NudgesPage.Devices devices() {
        return new NudgesPage.Devices(
                "BNcW4oA7zq5H9TKIrA3XfKclN2fX9P_7NR",
                List.of(
                        device("Firefox · Linux", ago(Duration.ofMinutes(4)), null),
                        device("Chrome · Android", ago(Duration.ofDays(2)), "503"),
                        device("?", null, "ConnectException")));
    }

    private static PushDevice device(
            String family, @Nullable Instant arrivedAt, @Nullable String problem) {
        return new PushDevice(
                new PushDevice.Id(UUID.randomUUID()),
                new Account.Id(UUID.randomUUID()),
                family,
                "hash",
                ago(Duration.ofDays(9)),
                arrivedAt,
                problem);
    }

    private static Map<String, View> channels(List<Channel> channels) {
        return Map.of(
                "notifications-empty",
                new NotificationsPage(List.of(), NotificationsPage.Draft.NONE, FormErrors.NONE),
                "notifications",
                new NotificationsPage(channels, NotificationsPage.Draft.NONE, FormErrors.NONE),
                "notifications-wrong",
                new NotificationsPage(
                        channels,
                        new NotificationsPage.Draft(Channel.Kind.TEAMS, "Shop", "teams"),
                        FormErrors.NONE.text("url", "notification.input.url")),
                "channel-slack",
                page(slack(), List.of(), null, FormErrors.NONE),
                "channel-webhook",
                page(
                        warehouse(ago(Duration.ofHours(5)), null),
                        List.of(
                                delivery(Event.MESSAGE_CREATED, Delivery.Status.PENDING, "503"),
                                delivery(
                                        Event.HANDOVER,
                                        Delivery.Status.FAILED,
                                        "UnknownHostException"),
                                delivery(Event.TEST, Delivery.Status.DELIVERED, null)),
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        FormErrors.NONE),
                "channel-off",
                page(
                        warehouse(ago(Duration.ofHours(30)), ago(Duration.ofHours(6))),
                        List.of(),
                        null,
                        FormErrors.NONE),
                "channel-wrong",
                page(
                        slack(),
                        List.of(),
                        null,
                        FormErrors.NONE
                                .text("events", "notification.input.events")
                                .text("url", "notification.input.url")));
    }

    private static Channel slack() {
        return new Channel(
                new Channel.Id(ROBIN),
                Channel.Kind.SLACK,
                "#support",
                "hooks.slack.com",
                Set.of(Event.HANDOVER),
                null,
                false,
                null,
                null,
                null);
    }

    private static Channel warehouse(Instant failing, @Nullable Instant off) {
        return new Channel(
                new Channel.Id(SECOND),
                Channel.Kind.WEBHOOK,
                WAREHOUSE,
                "notifications.warehouse.fjordthread.example",
                EnumSet.of(Event.HANDOVER, Event.MESSAGE_CREATED, Event.PRIVACY_ERASED),
                null,
                true,
                ago(Duration.ofHours(-20)),
                failing,
                off);
    }

    private static ChannelPage page(
            Channel channel,
            List<Delivery> deliveries,
            @Nullable String secret,
            FormErrors errors) {
        var draft =
                new ChannelPage.Draft(
                        channel.name(), "", channel.events(), null, channel.tellsContent());
        return new ChannelPage(channel, List.of(), deliveries, draft, secret, true, errors);
    }

    private static Delivery delivery(
            Event event, Delivery.Status status, @Nullable String problem) {
        return new Delivery(
                new Delivery.Id(UUID.randomUUID()),
                7,
                new Channel.Id(SECOND),
                event,
                null,
                null,
                null,
                "VISITOR_ASKED",
                null,
                null,
                status,
                problem == null ? 1 : 7,
                problem,
                ago(Duration.ofMinutes(12)));
    }
}
