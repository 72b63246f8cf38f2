package io.taros.conversation;

import static java.util.stream.Collectors.joining;

import io.taros.bot.Bot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stays of conversations that are made anonymous: how many there were in a month and language,
 * and how they ended. Nothing leads from there to a conversation: there is no id, no moment, no
 * word, and in the end no sum of fewer than {@link #FEWEST}.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LanguageMonths {
    /** Fewer than these would tell of somebody to whoever knows that they wrote. */
    public static final int FEWEST = 5;

    private static final int BINS = 10;

    private static final String PUT_TOGETHER =
            """
            on conflict (organization_id, bot_id, month, language) do update
                set conversations = sums.conversations + excluded.conversations,
                    answered = sums.answered + excluded.answered,
                    unanswered = sums.unanswered + excluded.unanswered,
                    handed_over = sums.handed_over + excluded.handed_over,
                    score_bins = array[%s]
            """
                    .formatted(
                            bins(n ->
                                    "sums.score_bins[%1$d] + excluded.score_bins[%1$d]"
                                            .formatted(n + 1)));

    /**
     * @param language empty where several were put together
     */
    public record Sums(
            LocalDate month,
            String language,
            int conversations,
            int answered,
            int unanswered,
            int handedOver) {}

    private final JdbcClient jdbc;

    LanguageMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest month first; what is too little to tell of nobody is left out. */
    @Transactional(readOnly = true)
    public List<Sums> list(Bot.Id bot) {
        return jdbc
                .sql(
                        """
                        select month, language, conversations, answered, unanswered, handed_over from language_month
                        where bot_id = :bot and conversations >= :fewest order by month desc, conversations desc, language
                        """)
                .param("bot", bot)
                .param("fewest", FEWEST)
                .query(Sums.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Conversations that are about to go. */
    void add(Collection<UUID> conversations) {
        jdbc.sql(
                        """
                        insert into language_month as sums (organization_id, bot_id, month, language, conversations,
                            answered, unanswered, handed_over, score_bins)
                        select c.organization_id, c.bot_id, date_trunc('month', c.last_message_at at time zone 'UTC')::date,
                            c.language, count(distinct c.id), count(*) filter (where m.outcome = 'ANSWERED'),
                            count(*) filter (where m.outcome = 'UNANSWERED'), count(*) filter (where m.outcome = 'HANDOVER'),
                            array[%s]::int[]
                        from conversation c left join message m
                            on m.organization_id = c.organization_id and m.conversation_id = c.id and m.role = 'BOT'
                        where c.id = any(:ids::uuid[])
                        group by 1, 2, 3, 4
                        """
                                        .formatted(
                                                bins(n ->
                                                        "count(*) filter (where least(floor(m.reliability * 10), 9) = %d)"
                                                                .formatted(n)))
                                + PUT_TOGETHER)
                .param("ids", conversations)
                .update();
    }

    /**
     * In months to which nothing is added any more, what is about few is put together without its
     * language, with the smallest of the others where it is still about few; where a bot had no
     * more than that, nothing stays.
     */
    void settle(Instant before) {
        jdbc.sql(
                        """
                        with ranked as (
                            select organization_id, bot_id, month, language, conversations, coalesce(sum(conversations) over (
                                partition by organization_id, bot_id, month order by language <> '', conversations, language
                                rows between unbounded preceding and 1 preceding), 0) as so_far
                            from language_month where month < date_trunc('month', :before::timestamptz at time zone 'UTC')::date
                        ), few as (
                            delete from language_month m using ranked r
                            where m.organization_id = r.organization_id and m.bot_id = r.bot_id and m.month = r.month
                              and m.language = r.language and r.language <> ''
                              and (r.conversations < :fewest or r.so_far between 1 and :fewest - 1)
                            returning m.*
                        )
                        insert into language_month as sums (organization_id, bot_id, month, language, conversations,
                            answered, unanswered, handed_over, score_bins)
                        select organization_id, bot_id, month, '', sum(conversations), sum(answered), sum(unanswered),
                            sum(handed_over), array[%s]::int[]
                        from few group by 1, 2, 3
                        """
                                        .formatted(
                                                bins(n -> "sum(score_bins[%d])".formatted(n + 1)))
                                + PUT_TOGETHER)
                .param("before", before)
                .param("fewest", FEWEST)
                .update();
        jdbc.sql(
                        """
                        delete from language_month where language = '' and conversations < :fewest
                          and month < date_trunc('month', :before::timestamptz at time zone 'UTC')::date
                        """)
                .param("before", before)
                .param("fewest", FEWEST)
                .update();
    }

    private static String bins(IntFunction<String> each) {
        return IntStream.range(0, BINS).mapToObj(each).collect(joining(", "));
    }
}
