package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.search.Edition;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of runs. */
@Repository
@Transactional
class RunRows {
    private static final String SELECT =
            """
            select r.id, r.bot_id as bot, r.edition, r.draft, r.status, c.total, c.passed, c.failed, r.created_at, r.started_at, r.finished_at
            from golden_run r
            cross join lateral (
                select count(*) as total,
                    count(*) filter (where verdict = 'PASSED') as passed,
                    count(*) filter (where verdict = 'FAILED') as failed
                from golden_result where organization_id = r.organization_id and run_id = r.id
            ) c
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Holds holds;

    RunRows(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events, Holds holds) {
        this.events = events;
        this.holds = holds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False while another run of the bot is not over. */
    boolean add(GoldenRun.Id id, Bot.Id bot, @Nullable String draft) {
        return jdbc.sql(
                                """
                                insert into golden_run (organization_id, id, bot_id, edition, draft, status, created_at)
                                values (:organization, :id, :bot, :edition, :draft, 'QUEUED', :now)
                                on conflict (organization_id, bot_id) where status <> 'FINISHED' do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", id)
                        .param("bot", bot)
                        .param("edition", draft == null ? Edition.PUBLISHED : Edition.DRAFT)
                        .param("draft", draft)
                        .param("now", clock.instant())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<GoldenRun> find(GoldenRun.Id id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(GoldenRun.class)
                .optional();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<GoldenRun> list(Bot.Id bot) {
        return jdbc
                .sql(SELECT + "where r.bot_id = :bot order by r.id desc")
                .param("bot", bot)
                .query(GoldenRun.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<GoldenRun> latest(Bot.Id bot, Edition edition) {
        return jdbc.sql(
                        SELECT
                                + """
                                where r.bot_id = :bot and r.edition = :edition order by r.id desc limit 1
                                """)
                .param("bot", bot)
                .param("edition", edition)
                .query(GoldenRun.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<GoldenRun> before(GoldenRun run) {
        return jdbc.sql(
                        SELECT
                                + """
                                where r.bot_id = :bot and r.id < :id and r.edition = 'PUBLISHED'
                                order by r.id desc limit 1
                                """)
                .param("bot", run.bot())
                .param("id", run.id())
                .query(GoldenRun.class)
                .optional();
    }

    public void begin(GoldenRun.Id id) {
        jdbc.sql(
                        """
                        update golden_run set status = 'RUNNING', started_at = coalesce(started_at, :now)
                        where id = :id and status <> 'FINISHED'
                        """)
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }

    /** The draft it asked is what is published now. */
    void adopt(GoldenRun.Id id) {
        jdbc.sql("update golden_run set edition = 'PUBLISHED', draft = null where id = :id")
                .param("id", id)
                .update();
    }

    /** With it the oldest go, unless a legal hold keeps everything. */
    public void finish(GoldenRun run, int kept) {
        var ended =
                jdbc.sql(
                                """
                                update golden_run set status = 'FINISHED', finished_at = :now
                                where id = :id and status <> 'FINISHED'
                                """)
                        .param("now", clock.instant())
                        .param("id", run.id())
                        .update();
        if (!holds.forRemoval(clock.instant()).isAll()) {
            removeAllBut(run, kept);
        }
        if (ended > 0) {
            events.publishEvent(new GoldenRunFinished(run.id(), run.bot()));
        }
    }

    private void removeAllBut(GoldenRun run, int kept) {
        jdbc.sql(
                        """
                        delete from golden_run
                        where bot_id = :bot and edition = :edition and status = 'FINISHED' and id not in
                            (select id from golden_run where bot_id = :bot and edition = :edition
                                order by id desc limit :kept)
                        """)
                .param("bot", run.bot())
                .param("edition", run.edition())
                .param("kept", kept)
                .update();
    }
}
