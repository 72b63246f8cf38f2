package io.taros.conversation;

import org.springframework.stereotype.Component;

/**
 * Deletes a conversation at its visitor's wish, with all that was said, shown, rated and left in
 * it. Whoever still listens to it is told, on every node.
 */
@Component
public class ForgetConversation {
    private final Conversations conversations;
    private final Signals signals;

    ForgetConversation(Conversations conversations, Signals signals) {
        this.conversations = conversations;
        this.signals = signals;
    }

    public void forget(Conversation.Id conversation) {
        signals.changing(
                conversation,
                () -> {
                    conversations.remove(conversation);
                    return true;
                });
    }
}
