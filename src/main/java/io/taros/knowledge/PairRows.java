package io.taros.knowledge;

import static java.util.Objects.requireNonNull;

import io.taros.bot.Bot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Questions with their answers, by bot and by what they say. */
@Repository
@Transactional
class PairRows {
    private static final String SELECT =
            "select "
                    + SelectedSource.AUDIENCE
                    + """
                    , s.id, s.bot_id, s.status, s.standing, s.content_hash, q.question, q.phrasings, q.answer
                    from question_answer q
                    join source s on s.organization_id = q.organization_id and s.id = q.source_id
                    """;
    private static final String SOUGHT =
            """
            where s.bot_id = :bot and (:words = '' or position(lower(:words) in
                lower(concat_ws(' ', q.question, array_to_string(q.phrasings, ' '), q.answer))) > 0)
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PairRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Pair> list(Bot.Id bot, Pair.Sought sought, int from, int limit) {
        return jdbc.sql(
                        SELECT
                                + SOUGHT
                                + """
                                order by case when :alphabetical then lower(q.question) end, s.id desc
                                limit :limit offset :from
                                """)
                .param("bot", bot)
                .param("words", sought.words().strip())
                .param("alphabetical", sought.order() == Pair.Order.QUESTION)
                .param("from", from)
                .param("limit", limit)
                .query(PairRows::read)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(Bot.Id bot, String words) {
        return jdbc.sql(
                        """
                        select count(*) from question_answer q
                        join source s on s.organization_id = q.organization_id and s.id = q.source_id
                        """
                                + SOUGHT)
                .param("bot", bot)
                .param("words", words.strip())
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Pair> find(Source.Id id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query(PairRows::read)
                .optional();
    }

    /** The one that says exactly this. */
    @Transactional(readOnly = true)
    public Optional<Pair> find(Bot.Id bot, byte[] hash) {
        return jdbc.sql(
                        SELECT
                                + "where s.bot_id = :bot and s.kind = 'QA' and s.content_hash = :hash")
                .param("bot", bot)
                .param("hash", hash)
                .query(PairRows::read)
                .optional();
    }

    /** In its place, to be read anew; answers with the number of that round. */
    int change(Source.Id id, NewSourceRules.Draft draft, Confirmation confirmation) {
        NewSource.Qa words = requireNonNull(draft.qa());
        jdbc.sql(
                        """
                        update question_answer set question = :question, answer = :answer, phrasings = :phrasings
                        where source_id = :id
                        """)
                .param("question", words.question())
                .param("answer", words.answer())
                .param("phrasings", words.phrasings())
                .param("id", id)
                .update();
        return jdbc.sql(
                        """
                        update source set title = :title, content_hash = :hash, status = 'QUEUED', round = round + 1,
                            problem = null, problem_arguments = '{}', rights_confirmed_by = :by,
                            rights_confirmed_at = :now, updated_at = :now
                        where id = :id returning round
                        """)
                .param("title", draft.title())
                .param("hash", draft.hash())
                .param("by", confirmation.by())
                .param("now", clock.instant())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static Pair read(ResultSet row, int number) throws SQLException {
        return new Pair(
                new Source.Id(row.getObject("id", UUID.class)),
                new NewSource.Qa(
                        new Bot.Id(row.getObject("bot_id", UUID.class)),
                        row.getString("question"),
                        SourceRows.strings(row, "phrasings"),
                        row.getString("answer")),
                Source.Status.valueOf(row.getString("status")),
                Source.Standing.valueOf(row.getString("standing")),
                SelectedSource.audience(row),
                HexFormat.of().formatHex(row.getBytes("content_hash")));
    }
}
