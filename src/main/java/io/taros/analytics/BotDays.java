package io.taros.analytics;

import io.taros.answering.Answer;
import io.taros.bot.Bot;
import io.taros.conversation.TurnClosed;
import io.taros.platform.security.Tenancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sums of the bound organization's bots. */
@Repository
class BotDays {
    private final JdbcClient jdbc;

    BotDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of which day there is a row to count in.
     *
     * @return whether there was none
     */
    boolean begin(Bot.Id bot, LocalDate day) {
        return jdbc.sql(
                                """
                                insert into bot_day (organization_id, bot_id, day) values (:organization, :bot, :day)
                                on conflict do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("bot", bot)
                        .param("day", day)
                        .update()
                == 1;
    }

    void count(TurnClosed turn, Session session) {
        var score = scoreOf(turn);
        jdbc.sql(
                        """
                        update bot_day
                        set conversations = conversations + :first, session_millis = session_millis + :millis,
                            answered = answered + :answered, asked_back = asked_back + :askedBack, handed_over = handed_over + :handedOver,
                            score_sum = score_sum + :score, score_bins[:bin] = score_bins[:bin] + :scored
                        where bot_id = :bot and day = :day
                        """)
                .param("first", session.isFirst() ? 1 : 0)
                .param("millis", session.spoken().toMillis())
                .param("answered", isCounted(turn, Answer.Decision.ANSWER) ? 1 : 0)
                .param("askedBack", isCounted(turn, Answer.Decision.ASK_BACK) ? 1 : 0)
                .param("handedOver", isCounted(turn, Answer.Decision.HAND_OVER) ? 1 : 0)
                .param("score", score == null ? 0.0 : score)
                .param("bin", score == null ? 1 : binOf(score))
                .param("scored", score == null ? 0 : 1)
                .param("bot", turn.bot())
                .param("day", session.day())
                .update();
    }

    @Transactional(readOnly = true)
    public List<DayFigures> list(Bot.Id bot, LocalDate from, LocalDate to) {
        return jdbc
                .sql(
                        """
                        select day, conversations, session_millis, answered, asked_back, handed_over, score_sum, score_bins
                        from bot_day where bot_id = :bot and day between :from and :to order by day
                        """)
                .param("bot", bot)
                .param("from", from)
                .param("to", to)
                .query(DayFigures.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Who greets or thanks asks nothing. */
    static boolean isCounted(TurnClosed turn, Answer.Decision decision) {
        return turn.decision() == decision && turn.why() != Answer.Why.COURTESY;
    }

    private static @Nullable Double scoreOf(TurnClosed turn) {
        return turn.why() != null && turn.why().isScored() ? turn.score() : null;
    }

    /** PostgreSQL counts from one; the last tenth holds 1 as well. */
    private static int binOf(double score) {
        return Math.min(DayFigures.BINS, 1 + (int) (score * DayFigures.BINS));
    }
}
