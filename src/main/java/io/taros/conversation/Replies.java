package io.taros.conversation;

import io.taros.answering.Answer;
import io.taros.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes what the bot says. Only the holder of a turn writes to it, and the reply, its events, the
 * state it leads to and the end of the turn are one transaction: a question has no reply or one.
 * Every transaction here locks the conversation first and the turn second.
 */
@Component
class Replies {
    /** The message, and the event that the turn is over. */
    private static final int PLACES_OF_A_REPLY = 2;

    private final Conversations conversations;
    private final Turns turns;
    private final ConversationLog log;
    private final Signals signals;
    private final MessageSource texts;
    private final ApplicationEventPublisher events;
    private final Moves moves;
    private final Expectations expectations;
    private final TeamChoice teams;
    private final PassageCitations citations;

    Replies(
            Conversations conversations,
            Turns turns,
            ConversationLog log,
            Signals signals,
            MessageSource texts,
            ApplicationEventPublisher events,
            Moves moves,
            Expectations expectations,
            TeamChoice teams,
            PassageCitations citations) {
        this.citations = citations;
        this.teams = teams;
        this.expectations = expectations;
        this.moves = moves;
        this.conversations = conversations;
        this.turns = turns;
        this.log = log;
        this.signals = signals;
        this.texts = texts;
        this.events = events;
    }

    /** Shows something of an answer in the making; nothing once the turn is in other hands. */
    boolean show(Turns.Held turn, List<FeedData> data) {
        var sealed = log.seal(turn.conversationId(), data);
        return signals.showing(
                turn.conversationId(),
                () -> {
                    var last = conversations.reserve(turn.conversationId(), sealed.size());
                    if (last.isEmpty() || !turns.isHeld(turn)) {
                        return false;
                    }
                    log.add(turn.conversationId(), turn.messageId(), sealed, last.get());
                    return true;
                });
    }

    /**
     * Says the last word of a turn.
     *
     * @param rest what was still to be shown before it
     * @return empty if somebody else has, or the conversation is gone
     */
    Optional<Turns.Closed> close(Turns.Held turn, Reply reply, List<FeedData> rest, Visit visit) {
        var message = log.botReplies(turn, reply);
        var before = log.seal(turn.conversationId(), rest);
        var after = log.seal(turn.conversationId(), following(turn, reply, visit.speaks()));
        var handover =
                reply.handover() == null
                        ? null
                        : teams.handOver(turn.conversationId(), reply.handover(), reply.team());
        return signals.deciding(
                turn.conversationId(),
                () -> {
                    var places = before.size() + PLACES_OF_A_REPLY + after.size();
                    var last = conversations.reserve(turn.conversationId(), places);
                    if (last.isEmpty() || !turns.isHeld(turn)) {
                        return Optional.empty();
                    }
                    var place = last.get() - after.size() - PLACES_OF_A_REPLY + 1;
                    log.add(turn.conversationId(), turn.messageId(), before, place - 1);
                    var closed = end(turn, message.at(place), reply, visit);
                    if (closed.isEmpty()) {
                        return closed;
                    }
                    if (reply.ending() != null) {
                        moves.make(
                                turn.conversationId(),
                                new Move.Close(reply.ending()),
                                moves.hand(new Actor.Bot()));
                    }
                    if (isHandedOver(turn.conversationId(), handover)) {
                        log.add(turn.conversationId(), turn.messageId(), after, last.get());
                    }
                    return closed;
                });
    }

    /** What is announced has happened: a conversation that waits already is not promised again. */
    private boolean isHandedOver(Conversation.Id conversation, Move.@Nullable HandOver handover) {
        return handover != null && moves.make(conversation, handover, moves.hand(new Actor.Bot()));
    }

    private Optional<Turns.Closed> end(
            Turns.Held turn, SealedMessage message, Reply reply, Visit visit) {
        if (!log.add(message)) {
            return Optional.empty();
        }
        citations.add(message.id(), reply.citations());
        var replied = conversations.replied(turn.conversationId(), visit);
        var closed = turns.close(turn);
        if (!replied.isRestricted()) {
            tell(message, reply, replied, closed, visit);
        }
        return Optional.of(closed);
    }

    private void tell(
            SealedMessage message,
            Reply reply,
            Conversations.Replied replied,
            Turns.Closed closed,
            Visit visit) {
        events.publishEvent(
                new TurnClosed(
                        replied.botId(),
                        reply.decision(),
                        reply.why(),
                        reply.reliability(),
                        closed.openedAt(),
                        replied.repliedAt(),
                        replied.repliedBefore(),
                        visit));
        doubt(message, reply);
    }

    private void doubt(SealedMessage message, Reply reply) {
        var why = reply.why();
        var score = reply.reliability();
        if (why != null
                && score != null
                && why.isScored()
                && why.decision() != Answer.Decision.ANSWER) {
            events.publishEvent(
                    new AnswerDoubted(
                            message.conversationId(),
                            message.id(),
                            message.sequence(),
                            why.name(),
                            score));
        }
    }

    private List<FeedData> following(Turns.Held turn, Reply reply, String language) {
        return reply.handover() == null
                ? List.of()
                : List.of(expectations.of(turn.conversationId(), reply.handover(), language));
    }

    String apology(String language) {
        return new Texts(texts, Locale.forLanguageTag(language)).get("conversation.visitor.failed");
    }
}
