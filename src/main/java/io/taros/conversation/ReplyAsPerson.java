package io.taros.conversation;

import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A person says something to the visitor. With the first word they have taken over: the bot is
 * silent, and what it had not replied to yet is theirs.
 */
@Component
public class ReplyAsPerson {
    private final Conversations conversations;
    private final ConversationLog log;
    private final Attachments attachments;
    private final Moves moves;
    private final Signals signals;
    private final ApplicationEventPublisher events;
    private final Milestones milestones;

    ReplyAsPerson(
            Conversations conversations,
            ConversationLog log,
            Attachments attachments,
            Moves moves,
            Signals signals,
            ApplicationEventPublisher events,
            Milestones milestones) {
        this.events = events;
        this.milestones = milestones;
        this.conversations = conversations;
        this.log = log;
        this.attachments = attachments;
        this.moves = moves;
        this.signals = signals;
    }

    /** What came of it. */
    public sealed interface Result {
        record Said(Message.Id message) implements Result {}

        /** Nothing was said: somebody else had replied where the writer had not read yet. */
        record OthersWereFaster() implements Result {}
    }

    /**
     * The same {@code clientId} is the same message, however often it is sent.
     *
     * @param seen how far the writer has read; {@link Long#MAX_VALUE} for whoever does not mind
     *     what others said
     * @throws Conflict if the name comes with other words
     */
    public Result reply(
            Conversation.Id conversation,
            Actor.Person author,
            String text,
            String clientId,
            long seen) {
        return reply(conversation, author, NewMessage.of(text, clientId), seen);
    }

    /** As above. */
    public Result reply(
            Conversation.Id conversation, Actor.Person author, NewMessage said, long seen) {
        var known = sentBefore(conversation, said);
        if (known.isPresent()) {
            return new Result.Said(known.get());
        }
        var message = log.personSays(conversation, author, said.text(), said.clientId());
        var hand = moves.hand(author);
        if (signals.changing(conversation, () -> add(message, said.attachments(), hand, seen))) {
            return new Result.Said(message.id());
        }
        return sentBefore(conversation, said)
                .<Result>map(Result.Said::new)
                .orElseGet(Result.OthersWereFaster::new);
    }

    /** What would come of it for certain, asked before what goes along is taken. */
    Optional<Result> foregone(
            Conversation.Id conversation, Actor.Person author, NewMessage said, long seen) {
        return sentBefore(conversation, said)
                .<Result>map(Result.Said::new)
                .or(() ->
                        log.hasOthersAfter(conversation, seen, author.account())
                                ? Optional.of(new Result.OthersWereFaster())
                                : Optional.empty());
    }

    private boolean add(
            SealedMessage message, List<Attachment.Id> files, Moves.Hand hand, long seen) {
        var conversation = message.conversationId();
        var place = conversations.reserve(conversation, 1).orElseThrow(NotFound::new);
        if (log.hasOthersAfter(conversation, seen, hand.account())) {
            return false;
        }
        var here =
                moves.make(conversation, new Move.TakeOver(), hand)
                        ? conversations.reserve(conversation, 1).orElseThrow(NotFound::new)
                        : place;
        if (!log.add(message.at(here))) {
            return false;
        }
        attachments.send(conversation, message.id(), message.role(), files);
        conversations.personSpoke(conversation);
        events.publishEvent(new PersonReplied(conversation, here));
        milestones.personSpoke(conversation);
        return true;
    }

    private Optional<Message.Id> sentBefore(Conversation.Id conversation, NewMessage said) {
        var sent = log.find(conversation, said.clientId());
        if (sent.isPresent()
                && (sent.get().role() != Message.Role.PERSON
                        || !sent.get().text().equals(said.text()))) {
            throw new Conflict("conversation.input.client-id-used");
        }
        return sent.map(Message::id);
    }
}
