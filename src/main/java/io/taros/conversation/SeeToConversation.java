package io.taros.conversation;

import io.taros.account.Account;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do about a conversation besides replying. */
@Component
public class SeeToConversation {
    private final Conversations conversations;
    private final Moves moves;
    private final Signals signals;

    SeeToConversation(Conversations conversations, Moves moves, Signals signals) {
        this.conversations = conversations;
        this.moves = moves;
        this.signals = signals;
    }

    /**
     * @throws Conflict if it stands otherwise than whoever asked for it believed
     */
    public void move(Conversation.Id conversation, Move move, Actor by) {
        if (!conversations.isThere(conversation)) {
            throw new NotFound();
        }
        var hand = moves.hand(by);
        if (!signals.changing(conversation, () -> moves.make(conversation, move, hand))) {
            throw new Conflict("conversation.input.moved");
        }
    }

    /**
     * @param assignee null for nobody; asking for whoever has it already changes nothing
     */
    public void assign(
            Conversation.Id conversation, Account.@Nullable Id assignee, Actor.Person by) {
        if (!conversations.isThere(conversation)) {
            throw new NotFound();
        }
        var hand = moves.hand(by);
        signals.changing(conversation, () -> moves.assign(conversation, assignee, hand));
    }

    /**
     * Gives what waits to somebody, unless somebody else came to see to it.
     *
     * @param waiting as it stood when the choice was made
     */
    public void give(Conversation waiting, Account.Id assignee) {
        var hand = moves.hand(new Actor.Clock());
        signals.changing(
                waiting.id(),
                () -> moves.assignWaiting(waiting.id(), waiting.assignee(), assignee, hand));
    }

    /** Out of the queues until then, or until something is said; null brings it back. */
    public void snooze(Conversation.Id conversation, @Nullable Instant until) {
        if (!signals.changing(conversation, () -> conversations.snooze(conversation, until))) {
            throw new NotFound();
        }
    }
}
