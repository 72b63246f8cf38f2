package io.taros.conversation;

import io.taros.answering.Answer;
import io.taros.answering.AnswerSink;
import io.taros.answering.Answering;
import io.taros.platform.web.MarkedText;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the bot would reply to the visitor's last message, for a person to send, change or leave.
 * Nothing of it is stored or shown to the visitor.
 */
@Component
public class SuggestReply {
    private final Conversations conversations;
    private final ConversationLog log;
    private final Questions questions;
    private final Answering answering;

    SuggestReply(
            Conversations conversations,
            ConversationLog log,
            Questions questions,
            Answering answering) {
        this.conversations = conversations;
        this.log = log;
        this.questions = questions;
        this.answering = answering;
    }

    /**
     * @param text without the marks of its sources
     * @param reliability a probability
     */
    public record Suggestion(String text, double reliability, List<Message.Source> sources) {
        public Suggestion {
            sources = List.copyOf(sources);
        }
    }

    /** Empty if the visitor has said nothing, or the knowledge holds no reliable answer to it. */
    public Optional<Suggestion> suggest(Conversation.Id id) {
        var conversation = conversations.get(id);
        return log.list(id, conversation.spoken() - 1, 1).stream()
                .filter(message -> message.role() == Message.Role.VISITOR)
                .findFirst()
                .map(message -> questions.about(conversation, message))
                .map(question -> answering.answer(question, AnswerSink.NONE))
                .filter(Answer.Grounded.class::isInstance)
                .map(Reply::of)
                .map(SuggestReply::suggestion);
    }

    private static Suggestion suggestion(Reply reply) {
        return new Suggestion(
                MarkedText.plain(reply.text()).strip(),
                reply.reliability() == null ? 0 : reply.reliability(),
                reply.sources());
    }
}
