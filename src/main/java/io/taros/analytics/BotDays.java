package io.taros.analytics;

import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

    void add(Bot.Id bot, DayFigures figures) {
        jdbc.sql(
                        """
                        update bot_day
                        set conversations = conversations + :conversations, session_millis = session_millis + :millis,
                            answered = answered + :answered, asked_back = asked_back + :askedBack, handed_over = handed_over + :handedOver,
                            score_sum = score_sum + :score,
                            score_bins = (select array_agg(known + added order by bin)
                                          from unnest(score_bins, :bins::int[]) with ordinality as b (known, added, bin))
                        where bot_id = :bot and day = :day
                        """)
                .param("conversations", figures.conversations())
                .param("millis", figures.sessionMillis())
                .param("answered", figures.answered())
                .param("askedBack", figures.askedBack())
                .param("handedOver", figures.handedOver())
                .param("score", figures.scoreSum())
                .param("bins", figures.scoreBins().toArray(Integer[]::new))
                .param("bot", bot)
                .param("day", figures.day())
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
}
