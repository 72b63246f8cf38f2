package io.taros.conversation;

import io.taros.answering.Answer;
import io.taros.bot.Bot;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was asked in languages that nothing could be compared with that the bot was taught. */
@Repository
public class ForeignQuestions {
    private final JdbcClient jdbc;

    ForeignQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param language ISO 639-1 of what the visitors write
     */
    public record Asked(String language, int times) {}

    /** The language asked in most often first. */
    @Transactional(readOnly = true)
    public List<Asked> list(Bot.Id bot, Instant since) {
        return jdbc.sql(
                        """
                        select coalesce(conversation.speaks, conversation.language) as language, count(*) as times
                        from message m
                        join conversation on conversation.organization_id = m.organization_id and conversation.id = m.conversation_id
                        where conversation.bot_id = :bot and m.why = :why and m.created_at >= :since and %s
                        group by 1 order by 2 desc, 1
                        """
                                .formatted(Restrictions.NONE))
                .param("bot", bot)
                .param("why", Answer.Why.OTHER_LANGUAGE)
                .param("since", since)
                .query((row, number) -> new Asked(row.getString("language"), row.getInt("times")))
                .list();
    }
}
