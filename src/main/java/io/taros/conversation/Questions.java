package io.taros.conversation;

import io.taros.answering.Question;
import io.taros.answering.Turn;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.crypto.BlindIndex;
import io.taros.platform.web.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts together what the bot is asked: the message, what was said before it, the bot's settings.
 */
@Component
class Questions {
    private static final int HISTORY = 12;
    private static final String COUNTED = "conversation.counted";

    private final Conversations conversations;
    private final Messages messages;
    private final ConversationLog log;
    private final Bots bots;
    private final Turns turns;
    private final CallingPeople callingPeople;
    private final TransactionTemplate transactions;
    private final BlindIndex index;

    Questions(
            Conversations conversations,
            Messages messages,
            ConversationLog log,
            Bots bots,
            Turns turns,
            CallingPeople callingPeople,
            TransactionTemplate transactions,
            BlindIndex index) {
        this.turns = turns;
        this.callingPeople = callingPeople;
        this.index = index;
        this.conversations = conversations;
        this.messages = messages;
        this.log = log;
        this.bots = bots;
        this.transactions = transactions;
    }

    /**
     * One turn to take.
     *
     * @param hasWords whether the visitor wrote anything beside files
     * @param spoken how many messages of the visitor's there are with this one
     * @param visitor tells whoever asks apart from others
     * @param rules of the bot's owner
     */
    record Asked(
            Question question,
            boolean hasWords,
            Conversation conversation,
            int spoken,
            byte[] visitor,
            CallingPeople.Rules rules) {
        /** What the system itself says to this visitor is said in it. */
        String language() {
            return question.visitorLanguage();
        }

        Visit visit() {
            return Visit.of(conversation).speaking(language(), question.wantedLanguage());
        }
    }

    /**
     * Takes the oldest turn that waits, with all that is known about it. Empty if there is none, or
     * it is in other hands.
     */
    Optional<Taken> take(Conversation.Id conversation) {
        return transactions.execute(status -> turns.takeOldest(conversation).map(this::read));
    }

    /** As it is stored, for what is sealed is not opened while a connection is held. */
    record Taken(
            Turns.Held turn,
            Conversations.Row conversation,
            Bot bot,
            SealedMessage message,
            List<SealedMessage> before,
            int spoken,
            CallingPeople.Rules rules) {}

    private Taken read(Turns.Held turn) {
        var conversation = conversations.read(turn.conversationId()).orElseThrow(NotFound::new);
        var message = messages.find(conversation.id(), turn.messageId()).orElseThrow(NotFound::new);
        return new Taken(
                turn,
                conversation,
                bots.find(conversation.botId()).orElseThrow(NotFound::new),
                message,
                messages.before(conversation.id(), message.sequence(), HISTORY),
                messages.spokenUntil(conversation.id(), message.sequence()),
                callingPeople.rules(conversation));
    }

    Asked open(Taken taken) {
        var conversation = conversations.opened(taken.conversation());
        var message = log.open(taken.message());
        return new Asked(
                question(taken.bot(), message, log.open(taken.before()), conversation),
                !message.text().isEmpty(),
                conversation,
                taken.spoken(),
                visitor(taken.turn()),
                taken.rules());
    }

    private byte[] visitor(Turns.Held turn) {
        return turn.visitor() == null ? visitor(turn.conversationId()) : turn.visitor();
    }

    /** Whoever cannot be told apart otherwise is taken for somebody in each conversation. */
    byte[] visitor(Conversation.Id conversation) {
        return index.of(COUNTED, conversation.value().toString());
    }

    /** A visitor's message with what was said before it. */
    Question about(Conversation conversation, Message message) {
        var bot = bots.find(conversation.botId()).orElseThrow(NotFound::new);
        return question(
                bot,
                message,
                log.open(messages.before(conversation.id(), message.sequence(), HISTORY)),
                conversation);
    }

    private static Question question(
            Bot bot, Message message, List<Message> before, Conversation conversation) {
        var history =
                before.stream()
                        .filter(one -> !one.text().isEmpty())
                        .map(Questions::earlier)
                        .toList();
        var text = message.text().isEmpty() ? message.words() : message.text();
        return new Question(bot, text, history, conversation.speaks(), heard(conversation))
                .taggedWith(conversation.knowledgeTags());
    }

    private static Question.Heard heard(Conversation conversation) {
        return new Question.Heard(conversation.written() != null, conversation.wants());
    }

    Visit visitOf(Conversation.Id conversation) {
        return transactions.execute(status ->
                conversations
                        .find(conversation)
                        .map(Visit::of)
                        .orElse(new Visit("en", "en", null, null)));
    }

    static Turn earlier(Message message) {
        var speaker =
                switch (message.role()) {
                    case VISITOR -> Turn.Speaker.VISITOR;
                    case BOT -> Turn.Speaker.BOT;
                    case PERSON -> Turn.Speaker.PERSON;
                };
        return new Turn(speaker, message.text(), message.decision());
    }
}
