package io.taros.conversation;

import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a visitor's message. When it returns, the message and the turn that will answer it are
 * stored; that is what an acknowledgement means.
 */
@Component
public class PostMessage {
    private final Conversations conversations;
    private final Turns turns;
    private final ConversationLog log;
    private final Attachments attachments;
    private final Signals signals;
    private final TurnTaker taker;
    private final Moves moves;

    PostMessage(
            Conversations conversations,
            Turns turns,
            ConversationLog log,
            Attachments attachments,
            Signals signals,
            TurnTaker taker,
            Moves moves) {
        this.moves = moves;
        this.conversations = conversations;
        this.turns = turns;
        this.log = log;
        this.attachments = attachments;
        this.signals = signals;
        this.taker = taker;
    }

    /**
     * The same {@code clientId} is the same message, however often it is sent.
     *
     * @throws Conflict if it comes with other words: acknowledging those would lose them; or if the
     *     conversation was closed as spam, and nobody was asked for since
     */
    public Message.Id post(Conversation.Id conversation, String text, String clientId) {
        return post(conversation, NewMessage.of(text, clientId), null);
    }

    /**
     * As above.
     *
     * @param visitor tells them apart from others, where the bot's owner counts what each is
     *     answered
     */
    public Message.Id post(
            Conversation.Id conversation, NewMessage said, byte @Nullable [] visitor) {
        var message = log.visitorSays(conversation, said.text(), said.clientId());
        if (signals.changing(
                conversation, () -> add(conversation, message, said.attachments(), visitor))) {
            taker.begin(conversation);
            return message.id();
        }
        // Nothing was added: it was sent before, or there is no such conversation.
        return sentBefore(conversation, said).orElseThrow(NotFound::new);
    }

    private boolean add(
            Conversation.Id conversation,
            SealedMessage message,
            List<Attachment.Id> files,
            byte @Nullable [] visitor) {
        var place = conversations.reserve(conversation, 1);
        if (place.isEmpty() || !log.add(message.at(place.get()))) {
            return false;
        }
        attachments.send(conversation, message.id(), message.role(), files);
        var standing = conversations.spoken(conversation, place.get());
        if (standing.resolution() == Resolution.SPAM) {
            throw new Conflict("conversation.input.spam");
        }
        if (standing.state().isOver()) {
            var back = new Move.Reopen(standing.assignee() != null);
            moves.make(conversation, back, moves.hand(new Actor.Visitor()));
        }
        if (standing.state().isBotAnswering()) {
            turns.open(conversation, message.id(), place.get(), visitor);
        }
        return true;
    }

    private Optional<Message.Id> sentBefore(Conversation.Id conversation, NewMessage said) {
        var sent = log.find(conversation, said.clientId());
        if (sent.isPresent() && !sent.get().text().equals(said.text())) {
            throw new Conflict("conversation.input.client-id-used");
        }
        return sent.map(Message::id);
    }
}
