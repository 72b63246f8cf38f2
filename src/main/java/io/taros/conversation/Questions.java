package io.taros.conversation;

import io.taros.answering.Question;
import io.taros.answering.Turn;
import io.taros.bot.Bots;
import io.taros.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts together what the bot is asked: the message, what was said before it, the bot's settings.
 */
@Component
class Questions {
    private static final int HISTORY = 12;

    private final Conversations conversations;
    private final ConversationLog log;
    private final Bots bots;
    private final TransactionTemplate transactions;

    Questions(
            Conversations conversations,
            ConversationLog log,
            Bots bots,
            TransactionTemplate transactions) {
        this.conversations = conversations;
        this.log = log;
        this.bots = bots;
        this.transactions = transactions;
    }

    /**
     * One turn to take.
     *
     * @param spoken how many messages of the visitor's there are with this one
     */
    record Asked(Question question, Conversation conversation, int spoken) {
        /** What the system itself says to this visitor is said in it. */
        String language() {
            return conversation.language();
        }

        Visit visit() {
            return Visit.of(conversation);
        }
    }

    Asked of(Turns.Held turn) {
        var conversation = conversations.get(turn.conversationId());
        var message = log.find(turn.conversationId(), turn.messageId()).orElseThrow(NotFound::new);
        return new Asked(
                about(conversation, message),
                conversation,
                log.spokenUntil(conversation.id(), message.sequence()));
    }

    /** A visitor's message with what was said before it. */
    Question about(Conversation conversation, Message message) {
        var bot = bots.find(conversation.botId()).orElseThrow(NotFound::new);
        var history =
                log.before(conversation.id(), message.sequence(), HISTORY).stream()
                        .map(Questions::earlier)
                        .toList();
        return new Question(bot, message.text(), history, conversation.language());
    }

    Visit visitOf(Conversation.Id conversation) {
        return transactions.execute(status ->
                conversations.find(conversation).map(Visit::of).orElse(new Visit("en", null)));
    }

    private static Turn earlier(Message message) {
        var speaker =
                switch (message.role()) {
                    case VISITOR -> Turn.Speaker.VISITOR;
                    case BOT -> Turn.Speaker.BOT;
                    case PERSON -> Turn.Speaker.PERSON;
                };
        return new Turn(speaker, message.text(), message.decision());
    }
}
