package io.taros.notification;

import io.taros.conversation.Restrictions;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.GuardedRequests;
import io.taros.platform.jobs.JobHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends what is in the outbox; what does not arrive is tried again for a day, and seen. */
@Component
class SendingNotification implements JobHandler<SendNotification> {
    private final Channels channels;
    private final ChannelSecrets secrets;
    private final Deliveries deliveries;
    private final Wording wording;
    private final ClientHttpRequestFactory notices;
    private final ClientHttpRequestFactory contents;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Restrictions restrictions;

    SendingNotification(
            Channels channels,
            ChannelSecrets secrets,
            Deliveries deliveries,
            Wording wording,
            GuardedRequests requests,
            JsonMapper json,
            InstantSource clock,
            Restrictions restrictions) {
        this.restrictions = restrictions;
        this.channels = channels;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.wording = wording;
        notices = requests.factory(Purpose.NOTIFICATION);
        contents = requests.factory(Purpose.NOTIFICATION_CONTENT);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Class<SendNotification> type() {
        return SendNotification.class;
    }

    /** A little more than a day. */
    @Override
    public int attempts() {
        return 24;
    }

    @Override
    public Duration longestPause() {
        return Duration.ofHours(2);
    }

    @Override
    public void handle(SendNotification job) throws IOException {
        var delivery = deliveries.find(job.delivery()).orElse(null);
        if (delivery == null) {
            // Gone with its conversation; those behind it are not.
            if (job.channel() != null) {
                deliveries.goOn(job.channel());
            }
            return;
        }
        if (delivery.status() != Delivery.Status.PENDING) {
            return;
        }
        if (delivery.conversationId() != null && restrictions.isOn(delivery.conversationId())) {
            deliveries.withheld(delivery);
            return;
        }
        var open = channels.find(delivery.channelId()).orElse(null);
        if (open == null) {
            return;
        }
        try {
            send(open, wording.of(delivery, open.channel()));
        } catch (IOException | RuntimeException e) {
            // Whatever it was: the line goes on.
            deliveries.refused(delivery, wordFor(e));
            throw e;
        }
        deliveries.delivered(delivery);
    }

    @Override
    public void exhausted(SendNotification job, Throwable cause) {
        deliveries.failed(job.delivery());
    }

    private void send(Channels.Open open, Payload.Told told) throws IOException {
        var channel = open.channel();
        var payload =
                channel.kind() == Channel.Kind.WEBHOOK
                        ? Payload.signed(told, clock.instant(), secrets.live(channel.id()), json)
                        : Payload.of(channel.kind(), told, json);
        var requests = told.data().containsKey(Wording.TEXT) ? contents : notices;
        var request = requests.createRequest(open.url(), HttpMethod.POST);
        request.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        payload.headers().forEach(request.getHeaders()::set);
        request.getBody().write(payload.body());
        try (var answer = request.execute()) {
            if (!answer.getStatusCode().is2xxSuccessful()) {
                throw new Refused(answer.getStatusCode().value());
            }
        }
    }

    /** A status, or the kind of trouble: never what the other side wrote. */
    private static String wordFor(Exception problem) {
        return problem instanceof Refused refused
                ? String.valueOf(refused.status)
                : problem.getClass().getSimpleName();
    }

    private static final class Refused extends IOException {
        private final int status;

        Refused(int status) {
            super("Answered with " + status);
            this.status = status;
        }
    }
}
