package io.taros.conversation;

import org.springframework.stereotype.Component;

/** The visitor has no more to say. Ending what is over already changes nothing. */
@Component
public class EndConversation {
    private final Conversations conversations;
    private final Moves moves;
    private final Signals signals;

    EndConversation(Conversations conversations, Moves moves, Signals signals) {
        this.conversations = conversations;
        this.moves = moves;
        this.signals = signals;
    }

    public Conversation.State end(Conversation.Id conversation) {
        var visitor = moves.hand(new Actor.Visitor());
        signals.changing(
                conversation,
                () -> moves.make(conversation, new Move.Close(Resolution.VISITOR_ENDED), visitor));
        return conversations.get(conversation).state();
    }
}
