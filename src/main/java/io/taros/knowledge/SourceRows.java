package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.storage.BlobId;
import io.taros.search.Embedder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of sources. */
@Repository
@Transactional
class SourceRows {
    private static final String LENT =
            "(s.standing <> 'DRAFT' and s.id in (select source_id from source_share where bot_id = :bot))";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Embedder embedder;
    private final ApplicationEventPublisher events;
    private final SourceNights nights;

    SourceRows(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            Embedder embedder,
            ApplicationEventPublisher events,
            SourceNights nights) {
        this.nights = nights;
        this.events = events;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.embedder = embedder;
    }

    record Added(Source.Id id, boolean isNew) {}

    Added add(
            NewSourceRules.Draft draft,
            Source.Standing standing,
            @Nullable BlobId upload,
            Confirmation confirmation) {
        Source.Id id = new Source.Id(ids.next());
        boolean isNew =
                jdbc.sql(
                                        """
                                        insert into source (organization_id, id, bot_id, kind, title, url, content_hash,
                                            upload_id, status, standing, round, problem_arguments, rights_confirmed_by,
                                            rights_confirmed_at, created_at, updated_at, include, exclude, recrawl,
                                            upload_bytes)
                                        values (:organization, :id, :bot, :kind, :title, :url, :hash, :upload, 'QUEUED',
                                            :standing, 1, '{}', :by, :now, :now, :now, '{}', '{}', 'NEVER',
                                            :bytes)
                                        on conflict on constraint source_once do nothing
                                        """)
                                .param("organization", Tenancy.organization())
                                .param("id", id)
                                .param("bot", draft.bot())
                                .param("kind", draft.kind())
                                .param("title", draft.title())
                                .param("url", draft.url())
                                .param("hash", draft.hash())
                                .param("upload", upload)
                                .param("bytes", draft.upload() == null ? 0 : draft.upload().length)
                                .param("standing", standing)
                                .param("by", confirmation.by())
                                .param("now", clock.instant())
                                .update()
                        == 1;
        if (!isNew) {
            return new Added(same(draft), false);
        }
        if (draft.qa() != null) {
            addQa(id, draft.qa());
        }
        return new Added(id, true);
    }

    private Source.Id same(NewSourceRules.Draft draft) {
        return jdbc.sql(
                        "select id from source where bot_id = :bot and kind = :kind and"
                                + " content_hash = :hash")
                .param("bot", draft.bot())
                .param("kind", draft.kind())
                .param("hash", draft.hash())
                .query((row, number) -> new Source.Id(row.getObject("id", UUID.class)))
                .single();
    }

    private void addQa(Source.Id id, NewSource.Qa qa) {
        jdbc.sql(
                        """
                        insert into question_answer (organization_id, source_id, question, answer, phrasings)
                        values (:organization, :id, :question, :answer, :phrasings)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("question", qa.question())
                .param("answer", qa.answer())
                .param("phrasings", qa.phrasings())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<NewSource.Qa> qa(Source source) {
        return jdbc.sql(
                        "select question, answer, phrasings from question_answer where source_id ="
                                + " :id")
                .param("id", source.id())
                .query((row, number) ->
                        new NewSource.Qa(
                                source.bot(),
                                row.getString("question"),
                                strings(row, "phrasings"),
                                row.getString("answer")))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Source> find(Source.Id id) {
        return jdbc.sql(SelectedSource.SELECT + "where s.id = :id and taros_sees_bot(s.bot_id)")
                .param("model", embedder.model())
                .param("id", id)
                .query(SelectedSource::of)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Source> list(Bot.Id bot) {
        return select("where s.bot_id = :bot", bot);
    }

    private List<Source> select(String which, Bot.Id bot) {
        return jdbc.sql(SelectedSource.SELECT + which + " order by s.id desc")
                .param("model", embedder.model())
                .param("bot", bot)
                .query(SelectedSource::of)
                .list();
    }

    void plan(Source.Id id, CrawlPlan plan, @Nullable Instant next) {
        jdbc.sql(
                        """
                        update source set include = :include, exclude = :exclude, recrawl = :recrawl, recrawl_at = :next
                        where id = :id
                        """)
                .param("include", plan.rules().include())
                .param("exclude", plan.rules().exclude())
                .param("recrawl", plan.recrawl())
                .param("next", next)
                .param("id", id)
                .update();
    }

    /** From one night to the next; false where somebody has decided otherwise meanwhile. */
    boolean turn(Source.Id id, Instant night, Instant next) {
        return jdbc.sql(
                                "update source set recrawl_at = :next where id = :id and recrawl_at = :night")
                        .param("next", next)
                        .param("id", id)
                        .param("night", night)
                        .update()
                == 1;
    }

    /** Its own and what it uses of others, newest first. */
    @Transactional(readOnly = true)
    public List<Source> taught(Bot.Id bot) {
        return select("where s.bot_id = :bot or " + LENT, bot);
    }

    /** What a bot uses of others, newest first. */
    @Transactional(readOnly = true)
    public List<Source> shared(Bot.Id bot) {
        return select("where " + LENT, bot);
    }

    /** Those that come and leave with the draft. */
    @Transactional(readOnly = true)
    public List<Source> waiting(Bot.Id bot) {
        return select("where s.bot_id = :bot and s.standing <> 'PUBLISHED'", bot);
    }

    @Transactional(readOnly = true)
    public Optional<BlobId> upload(Source.Id id) {
        return jdbc.sql("select upload_id from source where id = :id and upload_id is not null")
                .param("id", id)
                .query((row, number) -> new BlobId(row.getObject("upload_id", UUID.class)))
                .optional();
    }

    /** The one before is left to be forgotten. */
    void replaceUpload(Source.Id id, BlobId copy, int bytes) {
        jdbc.sql(
                        """
                        with replaced as (
                            update source set upload_id = :copy, upload_bytes = :bytes where id = :id
                            returning organization_id, old.upload_id
                        )
                        insert into forgotten (organization_id, document_id, blob_id, forgotten_at)
                        select organization_id, :forgotten, upload_id, :now from replaced
                        """)
                .param("copy", copy)
                .param("bytes", bytes)
                .param("id", id)
                .param("forgotten", ids.next())
                .param("now", clock.instant())
                .update();
    }

    BlobId nextBlob() {
        return new BlobId(ids.next());
    }

    /**
     * False when the source is gone or has been started anew, which ends whatever is being done for
     * it.
     */
    public boolean enter(Source.Id id, int round, Source.Status status, @Nullable Problem problem) {
        var entered =
                jdbc.sql(
                                """
                                update source set status = :status, problem = :problem,
                                    problem_arguments = :arguments, updated_at = :now
                                where id = :id and round = :round returning bot_id, old.status <> :status as is_new
                                """)
                        .param("status", status)
                        .param("problem", problem == null ? null : problem.key())
                        .param("arguments", problem == null ? List.of() : problem.arguments())
                        .param("now", clock.instant())
                        .param("id", id)
                        .param("round", round)
                        .query(Entered.class)
                        .optional();
        entered.filter(Entered::isNew)
                .filter(now ->
                        status != Source.Status.READY || problem != null || !nights.isQuiet(id))
                .ifPresent(now -> settle(id, now.botId(), status, problem));
        return entered.isPresent();
    }

    private record Entered(Bot.Id botId, boolean isNew) {}

    private void settle(Source.Id id, Bot.Id bot, Source.Status status, @Nullable Problem problem) {
        if (status == Source.Status.READY || status == Source.Status.FAILED) {
            events.publishEvent(new SourceSettled(id, bot, problem == null ? null : problem.key()));
        }
    }

    /** What keeps a source that goes on; gone with the next status. */
    void note(Source.Id id, int round, Problem problem) {
        jdbc.sql(
                        """
                        update source set problem = :problem, problem_arguments = :arguments, updated_at = :now
                        where id = :id and round = :round
                        """)
                .param("problem", problem.key())
                .param("arguments", problem.arguments())
                .param("now", clock.instant())
                .param("id", id)
                .param("round", round)
                .update();
    }

    /**
     * No further page is fetched; what was read goes on being prepared. False when there is nothing
     * to stop any more.
     */
    boolean stop(Source.Id id) {
        return jdbc.sql(
                                """
                                update source set status = 'READING', updated_at = :now
                                where id = :id and status = 'FETCHING'
                                """)
                        .param("now", clock.instant())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether pages are still to be fetched for this round. */
    @Transactional(readOnly = true)
    public boolean isFetching(Source.Id id, int round) {
        return jdbc.sql(
                        """
                        select 1 from source where id = :id and round = :round and status = 'FETCHING'
                        """)
                .param("id", id)
                .param("round", round)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** How much of a source is to be read again. */
    enum Extent {
        ALL,
        /** What failed, and what was not read before a stop. */
        REST
    }

    /** Answers with the number of the new round. What is left of an old one is wanted by itself. */
    int reopen(Source.Id source, Extent extent) {
        jdbc.sql(
                        """
                        update document d set status = 'FOUND',
                            met_round = case when :all then d.met_round else s.round + 1 end
                        from source s
                        where s.id = :id and d.source_id = s.id and d.external_id is null and (:all or d.status in ('FAILED', 'FOUND'))
                        """)
                .param("all", extent == Extent.ALL)
                .param("id", source)
                .update();
        return jdbc.sql(
                        """
                        update source set status = 'QUEUED', round = round + 1, problem = null,
                            problem_arguments = '{}', updated_at = :now
                        where id = :id returning round
                        """)
                .param("now", clock.instant())
                .param("id", source)
                .query(Integer.class)
                .single();
    }

    boolean remove(Source.Id id) {
        return jdbc.sql("delete from source where id = :id").param("id", id).update() == 1;
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
