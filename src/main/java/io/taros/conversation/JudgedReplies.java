package io.taros.conversation;

import io.taros.answering.JudgedAnswer;
import io.taros.answering.JudgedAnswer.Kind;
import io.taros.answering.JudgedAnswers;
import io.taros.bot.Bot;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets what people think of replies count as evidence of the bot's reliability. Only answers that
 * claimed something count: not courtesies, nor what the bot said instead of an answer.
 */
@Component
public class JudgedReplies {
    private static final int BAD = 2;
    private static final int GOOD = 4;

    private final JdbcClient jdbc;
    private final JudgedAnswers judged;

    JudgedReplies(JdbcClient jdbc, JudgedAnswers judged) {
        this.jdbc = jdbc;
        this.judged = judged;
    }

    /**
     * @param score as it was before any calibration
     */
    private record Claim(Message.Id id, Bot.Id bot, double score) {}

    /** In the transaction that stores the rating; one in the middle takes an earlier one back. */
    @Transactional
    public void byVisitor(Message.Id reply, int rating) {
        claim("m.id = :message", reply)
                .ifPresent(claim -> {
                    if (rating > BAD && rating < GOOD) {
                        judged.withdraw(claim.bot(), Kind.RATING, claim.id());
                        return;
                    }
                    add(claim, Kind.RATING, rating >= GOOD);
                });
    }

    /**
     * Somebody of the organization read the reply to a question and decided what to say instead.
     *
     * @param isRight whether the reply was left as it was
     */
    @Transactional
    public void byPerson(Message.Id question, boolean isRight) {
        claim("m.answers = :message", question)
                .ifPresent(claim -> add(claim, Kind.IMPROVEMENT, isRight));
    }

    private void add(Claim claim, Kind kind, boolean isRight) {
        judged.add(claim.bot(), JudgedAnswer.of(kind, claim.id(), claim.score(), isRight));
    }

    private Optional<Claim> claim(String which, Message.Id message) {
        return jdbc.sql(
                        """
                        select m.id, conversation.bot_id as bot, coalesce(m.raw_reliability, m.reliability) as score
                        from message m join conversation on conversation.organization_id = m.organization_id and conversation.id = m.conversation_id
                        where m.role = 'BOT' and m.why = 'RELIABLE' and m.reliability is not null and %s and %s
                        """
                                .formatted(Restrictions.NONE, which))
                .param("message", message)
                .query(Claim.class)
                .optional();
    }
}
