package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which pairs were found alike, and which are still to be compared. */
@Repository
@Transactional
class AlikeRows {
    private static final String OPEN =
            """
            from alike_pair a
            join source f on f.organization_id = a.organization_id and f.id = a.first_id and f.standing <> 'LEAVING'
            join source s on s.organization_id = a.organization_id and s.id = a.second_id and s.standing <> 'LEAVING'
            where a.bot_id = :bot and a.told_apart_at is null and f.tags <@ s.tags and s.tags <@ f.tags
            """;
    private static final String TWO =
            "first_id = least(:one::uuid, :other::uuid) and second_id = greatest(:one::uuid, :other::uuid)";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    AlikeRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Alike(Source.Id first, Source.Id second, Likeness likeness) {}

    @Transactional(readOnly = true)
    public List<Alike> list(Bot.Id bot, int limit) {
        return jdbc.sql(
                        "select a.first_id, a.second_id, a.likeness "
                                + OPEN
                                + " order by a.likeness, a.found_at desc, a.second_id desc limit :limit")
                .param("bot", bot)
                .param("limit", limit)
                .query((row, _) ->
                        new Alike(
                                new Source.Id(row.getObject("first_id", UUID.class)),
                                new Source.Id(row.getObject("second_id", UUID.class)),
                                Likeness.valueOf(row.getString("likeness"))))
                .list();
    }

    @Transactional(readOnly = true)
    public int count(Bot.Id bot) {
        return jdbc.sql("select count(*) " + OPEN).param("bot", bot).query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    public boolean areAlike(Source.Id one, Source.Id other) {
        return jdbc.sql("select 1 from alike_pair where " + TWO + " and told_apart_at is null")
                .param("one", one)
                .param("other", other)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void tellApart(Source.Id one, Source.Id other) {
        jdbc.sql("update alike_pair set told_apart_at = :now where " + TWO)
                .param("one", one)
                .param("other", other)
                .param("now", clock.instant())
                .update();
    }

    /** Every way to ask, of the newest pairs that can be found. */
    @Transactional(readOnly = true)
    public List<Likeness.Asked> asked(Bot.Id bot, String model, int limit) {
        var answers = new HashMap<Source.Id, String>();
        return jdbc.sql(
                        """
                        select s.id, p.language, p.text, p.answer, e.vector
                        from source s
                        join document d on d.organization_id = s.organization_id and d.source_id = s.id
                        join passage p on p.organization_id = d.organization_id and p.document_id = d.id
                        left join passage_embedding e on e.organization_id = p.organization_id and e.model = :model
                            and e.embedding_hash = p.embedding_hash
                        where s.bot_id = :bot and s.kind = 'QA' and p.kind = 'QUESTION'
                        order by s.id desc limit :limit
                        """)
                .param("bot", bot)
                .param("model", model)
                .param("limit", limit)
                .query((row, _) -> {
                    var vector = row.getBytes("vector");
                    var pair = new Source.Id(row.getObject("id", UUID.class));
                    var answer = row.getString("answer");
                    return Likeness.Asked.of(
                            pair,
                            row.getString("language"),
                            row.getString("text"),
                            answers.computeIfAbsent(pair, _ -> answer),
                            vector == null ? new float[0] : Embeddings.floats(vector));
                })
                .list();
    }

    /** Pairs that are ready and say something new. */
    @Transactional(readOnly = true)
    public List<Source.Id> uncompared(Bot.Id bot, int limit) {
        return jdbc.sql(
                        """
                        select s.id from source s
                        join question_answer q on q.organization_id = s.organization_id and q.source_id = s.id
                        where s.bot_id = :bot and s.status = 'READY' and not q.compared
                        order by s.id limit :limit
                        """)
                .param("bot", bot)
                .param("limit", limit)
                .query((row, _) -> new Source.Id(row.getObject(1, UUID.class)))
                .list();
    }

    /** What was told apart stays so; what is gone or says something else meanwhile is left out. */
    public void keep(Bot.Id bot, List<Source.Id> compared, Collection<Alike> found) {
        var seconds = new ArrayList<Source.Id>();
        var firsts = new ArrayList<Source.Id>();
        var words = new ArrayList<String>();
        for (var alike : found) {
            firsts.add(alike.first());
            seconds.add(alike.second());
            words.add(alike.likeness().name());
        }
        jdbc.sql(
                        """
                        insert into alike_pair (organization_id, bot_id, first_id, second_id, likeness, found_at)
                        select :organization, :bot, least(one, other), greatest(one, other), word, :now
                        from unnest(:firsts::uuid[], :seconds::uuid[], :words::text[]) as a(one, other, word)
                        where exists (select 1 from source where id = one) and exists (select 1 from source where id = other)
                        on conflict on constraint alike_pair_pk do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("bot", bot)
                .param("firsts", firsts)
                .param("seconds", seconds)
                .param("words", words)
                .param("now", clock.instant())
                .update();
        jdbc.sql(
                        """
                        update question_answer q set compared = true where source_id = any(:ids::uuid[])
                          and exists (select 1 from source s where s.id = q.source_id and s.status = 'READY')
                        """)
                .param("ids", compared)
                .update();
    }

    /** It says something else now. */
    void forget(Source.Id pair) {
        jdbc.sql("delete from alike_pair where first_id = :id or second_id = :id")
                .param("id", pair)
                .update();
        jdbc.sql("update question_answer set compared = false where source_id = :id")
                .param("id", pair)
                .update();
    }
}
