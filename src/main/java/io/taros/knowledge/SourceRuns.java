package io.taros.knowledge;

import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.search.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What readings of a site came to, and what of the site vanished. */
@Repository
@Transactional
public class SourceRuns {
    private static final int KEPT = 20;

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Holds holds;
    private final SourceNights nights;
    private final Audit audit;
    private final InstantSource clock;

    SourceRuns(
            JdbcClient jdbc,
            Jobs jobs,
            Holds holds,
            SourceNights nights,
            Audit audit,
            InstantSource clock) {
        this.nights = nights;
        this.audit = audit;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.holds = holds;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<SourceRun> list(Source.Id source) {
        return jdbc.sql(
                        """
                        select round, extent, ended_at, added, changed, vanished, unchanged, failed, added_urls,
                            changed_urls, vanished_urls
                        from source_run where source_id = :source order by round desc
                        """)
                .param("source", source)
                .query(SourceRuns::read)
                .list();
    }

    /** Whether this run came in where the site begins, so that its links can be believed. */
    @Transactional(readOnly = true)
    boolean isFollowed(Source.Id source) {
        return jdbc.sql(
                        """
                        select 1 from document d join source s on s.organization_id = d.organization_id and s.id = d.source_id
                        where s.id = :source and d.depth = 0 and d.met_round = s.round
                          and (d.status in ('READ', 'DUPLICATE')
                            or (d.status = 'SKIPPED' and d.problem <> 'knowledge.crawl.robots'))
                        limit 1
                        """)
                .param("source", source)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether this run met more pages than are read: those may lead to what was not met. */
    @Transactional(readOnly = true)
    boolean isCapped(Source.Id source) {
        return jdbc.sql("select 1 from source where id = :source and capped_round = round")
                .param("source", source)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * What the site does not lead to any more is unlearned. False, and nothing is, where that would
     * be most of what is known, as when a site shows a page about its maintenance, or where a hold
     * keeps everything.
     */
    boolean dropUnmet(Source.Id source, int round) {
        if (isMost(source, round) || holds.forRemoval(clock.instant()).isAll()) {
            return false;
        }
        lockUnmet(source, round);
        jdbc.sql(
                        """
                        delete from passage p using document d, source s
                        where s.id = :source and s.round = :round and d.source_id = s.id
                          and d.status = 'FOUND' and d.met_round <> s.round
                          and p.organization_id = d.organization_id and p.document_id = d.id
                        """)
                .param("source", source)
                .param("round", round)
                .update();
        jdbc.sql(
                        """
                        update document d set status = 'SKIPPED', problem = 'knowledge.crawl.unlinked',
                            change = case when d.content_hash is null then d.change else 'VANISHED' end,
                            change_round = case when d.content_hash is null then d.change_round else s.round end,
                            content_hash = null, duplicate_hash = null, indexed_at = :now
                        from source s
                        where s.id = :source and s.round = :round and d.source_id = s.id
                          and d.status = 'FOUND' and d.met_round <> s.round
                        """)
                .param("source", source)
                .param("round", round)
                .param("now", clock.instant())
                .update();
        return true;
    }

    /** Before their passages, and in the order in which others lock more than one. */
    private void lockUnmet(Source.Id source, int round) {
        jdbc.sql(
                        """
                        select d.id from document d join source s on s.organization_id = d.organization_id and s.id = d.source_id
                        where s.id = :source and s.round = :round and d.status = 'FOUND' and d.met_round <> s.round
                        order by d.id for update of d
                        """)
                .param("source", source)
                .param("round", round)
                .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    private boolean isMost(Source.Id source, int round) {
        return jdbc.sql(
                        """
                        select count(*) filter (where d.status = 'FOUND' and d.met_round <> s.round) * 2 > count(*)
                        from document d join source s on s.organization_id = d.organization_id and s.id = d.source_id
                        where s.id = :source and s.round = :round and d.content_hash is not null
                        """)
                .param("source", source)
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    /**
     * Once in a round, however often it is cut off; what vanished for want of a link goes whole.
     */
    void record(Source.Id source, int round, SourceRun.Extent extent) {
        if (add(source, round, extent) && nights.broughtNews(source)) {
            audit.record(KnowledgeAction.SOURCE_SYNCED, source);
        }
        forgetUnmet(source, round);
        trim(source);
    }

    private boolean add(Source.Id source, int round, SourceRun.Extent extent) {
        return jdbc.sql(
                                """
                                insert into source_run (organization_id, source_id, bot_id, round, extent, ended_at, added, changed,
                                    vanished, unchanged, failed, added_urls, changed_urls, vanished_urls)
                                select s.organization_id, s.id, s.bot_id, s.round, :extent, :now,
                                    count(*) filter (where d.change = 'NEW'), count(*) filter (where d.change = 'CHANGED'),
                                    count(*) filter (where d.change = 'VANISHED'),
                                    count(*) filter (where d.change is null and d.status = 'READ'),
                                    count(*) filter (where d.status = 'FAILED'),
                                    coalesce((array_agg(d.url order by d.depth, d.id) filter (where d.change = 'NEW'))[1\\:100], '{}'),
                                    coalesce((array_agg(d.url order by d.depth, d.id) filter (where d.change = 'CHANGED'))[1\\:100], '{}'),
                                    coalesce((array_agg(d.url order by d.depth, d.id) filter (where d.change = 'VANISHED'))[1\\:100], '{}')
                                from source s left join (
                                    select source_id, url, depth, id, status, met_round,
                                        case when change_round = :round then change end as change
                                    from document) d on d.source_id = s.id and (d.met_round = s.round or d.change is not null)
                                where s.id = :source and s.round = :round
                                group by s.organization_id, s.id, s.bot_id, s.round
                                on conflict on constraint source_run_pk do nothing
                                """)
                        .param("source", source)
                        .param("round", round)
                        .param("extent", extent)
                        .param("now", clock.instant())
                        .update()
                == 1;
    }

    private void forgetUnmet(Source.Id source, int round) {
        int gone =
                jdbc.sql(
                                """
                                delete from document d using source s
                                where s.id = :source and s.round = :round and d.source_id = s.id
                                  and d.status = 'SKIPPED' and d.problem = 'knowledge.crawl.unlinked'
                                """)
                        .param("source", source)
                        .param("round", round)
                        .update();
        if (gone > 0) {
            jobs.enqueue(new ForgetDocuments(Tenancy.organization()));
        }
    }

    private void trim(Source.Id source) {
        jdbc.sql(
                        """
                        delete from source_run where source_id = :source and round <= (
                            select round from source_run where source_id = :source order by round desc offset :kept limit 1)
                        """)
                .param("source", source)
                .param("kept", KEPT)
                .update();
    }

    private static SourceRun read(ResultSet row, int number) throws SQLException {
        return new SourceRun(
                row.getInt("round"),
                SourceRun.Extent.valueOf(row.getString("extent")),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                changes(row, "added"),
                changes(row, "changed"),
                changes(row, "vanished"),
                row.getInt("unchanged"),
                row.getInt("failed"));
    }

    private static PageList changes(ResultSet row, String kind) throws SQLException {
        return new PageList(row.getInt(kind), SourceRows.strings(row, kind + "_urls"));
    }
}
