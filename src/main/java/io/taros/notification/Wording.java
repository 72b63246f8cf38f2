package io.taros.notification;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Message;
import io.taros.conversation.ShownMessage;
import io.taros.conversation.Transcripts;
import io.taros.organization.Organizations;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a delivery says: a sentence for people, data for programs. */
@Component
class Wording {
    /** Where the body holds what was said. */
    static final String TEXT = "text";

    private final Deliveries deliveries;
    private final Transcripts transcripts;
    private final Bots bots;
    private final Organizations organizations;
    private final Branding branding;
    private final MessageSource messages;

    Wording(
            Deliveries deliveries,
            Transcripts transcripts,
            Bots bots,
            Organizations organizations,
            Branding branding,
            MessageSource messages) {
        this.deliveries = deliveries;
        this.transcripts = transcripts;
        this.bots = bots;
        this.organizations = organizations;
        this.branding = branding;
        this.messages = messages;
    }

    Payload.Told of(Delivery delivery, Channel channel) {
        var link = linkOf(delivery);
        var data = new LinkedHashMap<String, Object>();
        put(data, "conversationId", delivery.conversationId());
        put(data, "botId", delivery.botId());
        put(data, "bot", botOf(delivery));
        put(data, "url", link);
        put(data, "place", delivery.place());
        put(data, "score", delivery.score());
        data.putAll(details(delivery));
        if (channel.tellsContent() && delivery.event() == Event.MESSAGE_CREATED) {
            messageOf(delivery).ifPresent(message -> put(data, message));
        }
        return new Payload.Told(
                delivery.id(),
                delivery.position(),
                delivery.event().type(),
                delivery.createdAt(),
                sentence(delivery),
                link,
                data);
    }

    /** What the columns that mean something else each time are called for this event. */
    private Map<String, Object> details(Delivery delivery) {
        return switch (delivery.event()) {
            case HANDOVER -> named(delivery, null, "reason");
            case CONVERSATION_ASSIGNED -> named(delivery, "assignee", null);
            case CONVERSATION_RESOLVED, CONVERSATION_CLOSED ->
                    named(delivery, "assignee", "resolution");
            case MESSAGE_CREATED -> named(delivery, "messageId", "author");
            case ANSWER_LOW_CONFIDENCE -> named(delivery, "messageId", "why");
            case ANSWER_RATED -> named(delivery, "messageId", null);
            case LEAD_CREATED -> named(delivery, "leadId", null);
            case CONSENT_CHANGED -> named(delivery, null, "wording");
            case SOURCE_SYNCED, SOURCE_FAILED -> named(delivery, "sourceId", "problem");
            case PRIVACY_ERASED -> Map.of("conversationIds", deliveries.erased(delivery.id()));
            case CONVERSATION_STARTED, CONVERSATION_REOPENED, BOT_LIMIT_REACHED, TEST -> Map.of();
        };
    }

    private static Map<String, Object> named(
            Delivery delivery, @Nullable String subject, @Nullable String word) {
        var data = new LinkedHashMap<String, Object>();
        if (subject != null) {
            put(data, subject, delivery.subject());
        }
        if (word != null && delivery.word() != null) {
            put(data, word, delivery.word().toLowerCase(Locale.ROOT));
        }
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }

    private static void put(Map<String, Object> data, Message message) {
        put(data, TEXT, message.text());
        if (!message.attachments().isEmpty()) {
            put(
                    data,
                    "attachments",
                    message.attachments().stream().map(ShownMessage.ShownAttachment::of).toList());
        }
    }

    private Optional<Message> messageOf(Delivery delivery) {
        var thread = delivery.conversationId();
        UUID message = delivery.subject();
        return thread == null || message == null
                ? Optional.empty()
                : transcripts.find(thread, new Message.Id(message));
    }

    private @Nullable String linkOf(Delivery delivery) {
        if (delivery.conversationId() != null) {
            return branding.link("/inbox/" + delivery.conversationId().value());
        }
        return switch (delivery.event()) {
            case SOURCE_SYNCED, SOURCE_FAILED ->
                    branding.link("/knowledge/sources/" + delivery.subject());
            case BOT_LIMIT_REACHED -> branding.link("/bot/ceiling?bot=" + delivery.botId());
            case CONVERSATION_STARTED,
                    HANDOVER,
                    CONVERSATION_ASSIGNED,
                    CONVERSATION_RESOLVED,
                    CONVERSATION_CLOSED,
                    CONVERSATION_REOPENED,
                    MESSAGE_CREATED,
                    ANSWER_LOW_CONFIDENCE,
                    ANSWER_RATED,
                    LEAD_CREATED,
                    CONSENT_CHANGED,
                    PRIVACY_ERASED,
                    TEST ->
                    null;
        };
    }

    private @Nullable String botOf(Delivery delivery) {
        var bot = delivery.botId();
        return bot == null ? null : bots.find(bot).map(Bot::name).orElse(null);
    }

    private String sentence(Delivery delivery) {
        var texts = new Texts(messages, Locale.forLanguageTag(organizations.get().language()));
        var bot = botOf(delivery);
        return texts.get(
                Event.choices(Channel.Kind.SLACK).contains(delivery.event())
                                || delivery.event() == Event.TEST
                        ? "notification.told." + delivery.event().name()
                        : "notification.event." + delivery.event().name(),
                bot == null ? "…" : bot);
    }
}
