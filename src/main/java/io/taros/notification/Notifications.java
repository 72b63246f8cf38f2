package io.taros.notification;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Conversations;
import io.taros.conversation.HandedOver;
import io.taros.organization.Organizations;
import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.GuardedRequests;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every channel that somebody waits for a person (P-25): written down in the transaction that
 * hands over, sent by a job that tries again for hours, and seen where it failed.
 */
@Component
class Notifications implements JobHandler<SendNotification> {
    private final Channels channels;
    private final Deliveries deliveries;
    private final Conversations conversations;
    private final Bots bots;
    private final Words words;
    private final ClientHttpRequestFactory requests;
    private final JsonMapper json;
    private final InstantSource clock;

    Notifications(
            Channels channels,
            Deliveries deliveries,
            Conversations conversations,
            Bots bots,
            Words words,
            GuardedRequests requests,
            JsonMapper json,
            InstantSource clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.conversations = conversations;
        this.bots = bots;
        this.words = words;
        this.requests = requests.factory(Purpose.NOTIFICATION);
        this.json = json;
        this.clock = clock;
    }

    /** What a sentence is made of. */
    @Component
    record Words(MessageSource texts, Organizations organizations, Branding branding) {
        private Texts ofTheHouse() {
            return new Texts(texts, Locale.forLanguageTag(organizations.get().language()));
        }
    }

    @EventListener
    void on(HandedOver event) {
        deliveries.tellAll(event.conversation(), event.reason());
    }

    @Override
    public Class<SendNotification> type() {
        return SendNotification.class;
    }

    @Override
    public int attempts() {
        return 10;
    }

    @Override
    public void handle(SendNotification job) throws IOException {
        var delivery = deliveries.find(job.delivery()).orElse(null);
        if (delivery == null || delivery.status() != Delivery.Status.PENDING) {
            return;
        }
        var open = channels.find(delivery.channelId()).orElse(null);
        if (open == null) {
            return;
        }
        try {
            send(open, told(delivery));
        } catch (IOException e) {
            deliveries.attempted(delivery.id(), wordFor(e));
            throw e;
        }
        deliveries.attempted(delivery.id(), null);
    }

    @Override
    public void exhausted(SendNotification job, Throwable cause) {
        deliveries.failed(job.delivery());
    }

    private void send(Channels.Open open, Payload.Told told) throws IOException {
        var payload = Payload.of(open.channel().kind(), told, open.secret(), json);
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

    private Payload.Told told(Delivery delivery) {
        var texts = words.ofTheHouse();
        var data = new HashMap<String, String>();
        if (delivery.conversationId() == null) {
            return new Payload.Told(
                    delivery.id(),
                    delivery.event().type(),
                    clock.instant(),
                    texts.get("notification.told.test"),
                    null,
                    Map.of());
        }
        var bot =
                conversations
                        .find(delivery.conversationId())
                        .flatMap(one -> bots.find(one.botId()))
                        .map(Bot::name)
                        .orElse("…");
        var link = words.branding().link("/inbox/" + delivery.conversationId().value());
        data.put("conversationId", delivery.conversationId().value().toString());
        data.put("bot", bot);
        data.put("url", link);
        if (delivery.reason() != null) {
            data.put("reason", delivery.reason().toLowerCase(Locale.ROOT));
        }
        return new Payload.Told(
                delivery.id(),
                delivery.event().type(),
                clock.instant(),
                texts.get("notification.told.handover", bot),
                link,
                data);
    }

    /** A status, or the kind of trouble: never what the other side wrote. */
    private static String wordFor(IOException problem) {
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
