package io.taros.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be told, under its name outside. */
public enum Event {
    CONVERSATION_STARTED("conversation.started"),
    /** Somebody waits for a person. */
    HANDOVER("conversation.handoff_requested"),
    CONVERSATION_ASSIGNED("conversation.assigned"),
    CONVERSATION_RESOLVED("conversation.resolved"),
    CONVERSATION_CLOSED("conversation.closed"),
    CONVERSATION_REOPENED("conversation.reopened"),
    MESSAGE_CREATED("message.created"),
    ANSWER_LOW_CONFIDENCE("answer.low_confidence"),
    ANSWER_RATED("answer.rated"),
    LEAD_CREATED("lead.created"),
    CONSENT_CHANGED("consent.changed"),
    SOURCE_SYNCED("source.synced"),
    SOURCE_FAILED("source.failed"),
    /** The last answer that its owner lets a bot give today. */
    BOT_LIMIT_REACHED("bot.limit_reached"),
    PRIVACY_ERASED("privacy.erased"),
    /** Sent because somebody pressed a button; nobody chooses it. */
    TEST("test");

    /** Few, and of use to people: a room where everything is told is a room nobody reads. */
    private static final Set<Event> OF_A_CHAT =
            EnumSet.of(
                    HANDOVER,
                    ANSWER_LOW_CONFIDENCE,
                    LEAD_CREATED,
                    SOURCE_FAILED,
                    BOT_LIMIT_REACHED);

    private final String type;

    Event(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    public static Optional<Event> ofType(String type) {
        return Arrays.stream(values()).filter(event -> event.type.equals(type)).findFirst();
    }

    /** The closed list that a channel of this kind chooses from. */
    public static List<Event> choices(Channel.Kind kind) {
        return Arrays.stream(values())
                .filter(event -> event != TEST)
                .filter(event -> kind == Channel.Kind.WEBHOOK || OF_A_CHAT.contains(event))
                .toList();
    }
}
