package io.taros.analytics;

import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the bound organization's conversations had in common, by bot and day. */
@Repository
class Tallies {
    /** So many of a bot's pages have a name on a day; whoever makes up addresses fills no table. */
    private static final int PAGES = 200;

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In which row something is counted. */
    record Row(Bot.Id bot, LocalDate day, Tally.Kind kind, String name) {
        static Row of(BotCounts.Row counted) {
            return new Row(
                    counted.botId(),
                    counted.day(),
                    Objects.requireNonNull(counted.kind()),
                    Objects.requireNonNull(counted.name()));
        }
    }

    /** Of one bot in one week, which begins on this day. */
    record Week(Bot.Id botId, LocalDate week, Tally.Kind kind, String name, Tally tally) {}

    private record Sums(
            Bot.Id botId,
            LocalDate week,
            Tally.Kind kind,
            String name,
            int conversations,
            int answered,
            int askedBack,
            int handedOver) {
        private Week ofWeek() {
            return new Week(
                    botId,
                    week,
                    kind,
                    name,
                    new Tally(conversations, answered, askedBack, handedOver));
        }
    }

    void add(Row row, Tally tally) {
        put(row.kind() == Tally.Kind.PAGE ? page(row.bot(), row.day(), row.name()) : row, tally);
    }

    private Row page(Bot.Id bot, LocalDate day, String path) {
        var named = hasPlace(bot, day, path) ? path : "";
        return new Row(bot, day, Tally.Kind.PAGE, named);
    }

    private boolean hasPlace(Bot.Id bot, LocalDate day, String path) {
        return jdbc.sql(
                        """
                        select coalesce(bool_or(name = :path), false) or count(*) < :pages from bot_tally
                        where bot_id = :bot and day = :day and kind = 'PAGE'
                        """)
                .param("path", path)
                .param("pages", PAGES)
                .param("bot", bot)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private void put(Row row, Tally tally) {
        jdbc.sql(
                        """
                        insert into bot_tally as t (organization_id, bot_id, day, kind, name, conversations, answered, asked_back, handed_over)
                        values (:organization, :bot, :day, :kind, :name, greatest(0, :conversations), :answered, :askedBack, :handedOver)
                        on conflict (organization_id, bot_id, day, kind, name) do update
                            set conversations = greatest(0, t.conversations + :conversations), answered = t.answered + excluded.answered,
                                asked_back = t.asked_back + excluded.asked_back, handed_over = t.handed_over + excluded.handed_over
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", row.bot())
                .param("day", row.day())
                .param("kind", row.kind())
                .param("name", row.name())
                .param("conversations", tally.conversations())
                .param("answered", tally.answered())
                .param("askedBack", tally.askedBack())
                .param("handedOver", tally.handedOver())
                .update();
    }

    /**
     * Of weeks before this day, pages of few conversations lose their names: what nobody is shown
     * is not kept either.
     */
    void settle(Bot.Id bot, LocalDate monday) {
        jdbc.sql(
                        """
                        with few as (
                            select date_trunc('week', day)::date as week, name from bot_tally
                            where bot_id = :bot and kind = 'PAGE' and name <> '' and day < :monday
                            group by 1, 2 having sum(conversations) < :fewest
                        ), gone as (
                            delete from bot_tally t using few
                            where t.bot_id = :bot and t.kind = 'PAGE' and t.name = few.name
                              and t.day between few.week and few.week + 6 returning t.*
                        )
                        insert into bot_tally as t (organization_id, bot_id, day, kind, name, conversations, answered, asked_back, handed_over)
                        select organization_id, bot_id, day, 'PAGE', '', sum(conversations), sum(answered), sum(asked_back), sum(handed_over)
                        from gone group by 1, 2, 3
                        on conflict (organization_id, bot_id, day, kind, name) do update
                            set conversations = t.conversations + excluded.conversations, answered = t.answered + excluded.answered,
                                asked_back = t.asked_back + excluded.asked_back, handed_over = t.handed_over + excluded.handed_over
                        """)
                .param("bot", bot)
                .param("monday", monday)
                .param("fewest", Insights.FEWEST_CONVERSATIONS)
                .update();
    }

    /**
     * Both days included. Languages and pages together are all conversations of a day, so those of
     * a day that is withheld are counted only where a week's withheld days come to enough together.
     *
     * @param bot none for all of them
     */
    @Transactional(readOnly = true)
    public List<Week> list(Bot.@Nullable Id bot, LocalDate from, LocalDate to) {
        return jdbc
                .sql(
                        """
                        with known as (
                            select bot_id, day, conversations, sum(conversations) filter (where conversations < :fewest)
                                over (partition by bot_id, date_trunc('week', day)) as few
                            from bot_day where day between :from and :to and (:bot::uuid is null or bot_id = :bot::uuid)
                        )
                        select bot_id, date_trunc('week', day)::date as week, kind, name, sum(t.conversations)::int as conversations,
                            sum(answered)::int as answered, sum(asked_back)::int as asked_back, sum(handed_over)::int as handed_over
                        from bot_tally t left join known k using (bot_id, day)
                        where day between :from and :to and (:bot::uuid is null or bot_id = :bot::uuid)
                          and (kind not in ('LANGUAGE', 'PAGE') or k.conversations >= :fewest or k.few >= :fewest)
                        group by 1, 2, 3, 4
                        """)
                .param("fewest", Insights.FEWEST_CONVERSATIONS)
                .param("bot", bot)
                .param("from", from)
                .param("to", to)
                .query(Sums.class)
                .stream()
                .map(Objects::requireNonNull)
                .map(Sums::ofWeek)
                .toList();
    }
}
