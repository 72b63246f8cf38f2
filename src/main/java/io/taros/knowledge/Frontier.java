package io.taros.knowledge;

import io.taros.knowledge.crawl.Known;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.search.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of a source is still to be read. Kept in rows, so that a crawl cut off anywhere goes on from
 * there.
 */
@Repository
@Transactional
class Frontier {
    /** Times the pages that are read: what is known of a source, dead ends included. */
    private static final int WITH_DEAD_ENDS = 3;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Frontier(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    record Entry(DocumentId id, @Nullable String url, int depth, Known known) {}

    /**
     * The site leads to these: those not yet known join, up to so many documents, and the others
     * still belong to it. What was never learned and cannot be read holds no place, though a site
     * of nothing else must end as well.
     *
     * @return whether all of them belong to it now
     */
    public boolean add(Source source, List<String> urls, int depth, int max) {
        if (urls.isEmpty()) {
            return true;
        }
        lock(source.id());
        meet(source.id(), urls);
        List<UUID> fresh = urls.stream().map(url -> ids.next()).toList();
        jdbc.sql(
                        """
                        insert into document (organization_id, id, source_id, bot_id, url, depth, status, title, language,
                            problem_arguments, found_at, met_round)
                        select :organization, f.id, :source, :bot, f.url, :depth, 'FOUND', '', 'und', '{}', :now, s.round
                        from unnest(:ids::uuid[], :urls::text[]) as f(id, url) join source s on s.id = :source
                        where not exists (select 1 from document d where d.source_id = :source and d.url = f.url)
                        limit (
                            select greatest(0, least(
                                :max - count(*) filter (
                                    where d.content_hash is not null or d.problem is null),
                                :max * :most - count(*)))
                            from document d where d.source_id = :source)
                        on conflict on constraint document_once do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("source", source.id())
                .param("bot", source.bot())
                .param("depth", depth)
                .param("ids", fresh)
                .param("urls", urls)
                .param("max", max)
                .param("most", WITH_DEAD_ENDS)
                .param("now", clock.instant())
                .update();
        boolean areAll = areKnown(source.id(), urls);
        if (!areAll) {
            noteCap(source.id());
        }
        return areAll;
    }

    private boolean areKnown(Source.Id source, List<String> urls) {
        return jdbc.sql(
                        """
                        select not exists (
                            select 1 from unnest(:urls::text[]) as f(url)
                            where not exists (select 1 from document d where d.source_id = :source and d.url = f.url))
                        """)
                .param("source", source)
                .param("urls", urls)
                .query(Boolean.class)
                .single();
    }

    /** What does not join now is there all the same, and may lead to what is known. */
    private void noteCap(Source.Id source) {
        jdbc.sql(
                        """
                        update source s set capped_round = s.round
                        where s.id = :source and s.capped_round is distinct from s.round
                        """)
                .param("source", source)
                .update();
    }

    /**
     * Whoever changes several rows of a source holds it first: two readers that meet the same pages
     * in another order would wait for each other.
     */
    public void lock(Source.Id source) {
        jdbc.sql("select 1 from source where id = :id for update")
                .param("id", source)
                .query(Integer.class)
                .optional();
    }

    private void meet(Source.Id source, List<String> urls) {
        jdbc.sql(
                        """
                        update document d set met_round = s.round from source s
                        where s.id = :source and d.source_id = s.id and d.url = any(:urls) and d.met_round <> s.round
                        """)
                .param("source", source)
                .param("urls", urls)
                .update();
    }

    /** The site led here by another way than a link. */
    public void meet(DocumentId document) {
        jdbc.sql(
                        """
                        update document d set met_round = s.round from source s
                        where d.id = :id and s.organization_id = d.organization_id and s.id = d.source_id
                        """)
                .param("id", document)
                .update();
    }

    /** Where a page led when it was read just now. */
    public void link(DocumentId document, List<String> links) {
        jdbc.sql("update document set links = :links where id = :id")
                .param("links", links)
                .param("id", document)
                .update();
    }

    /** Where a page led when it was read last. */
    @Transactional(readOnly = true)
    public List<String> links(DocumentId document) {
        return jdbc.sql("select unnest(links) from document where id = :id")
                .param("id", document)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Every address known of a site: pages, and where they led. */
    @Transactional(readOnly = true)
    public List<String> addresses(Source.Id source, int limit) {
        return jdbc.sql(
                        """
                        select url from (
                            select d.url from document d where d.source_id = :source and d.url is not null
                            union select unnest(d.links) from document d where d.source_id = :source) known
                        order by url limit :limit
                        """)
                .param("source", source)
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The one document of a file, a text or a question. */
    public DocumentId only(Source source) {
        List<DocumentId> known =
                jdbc.sql("select id from document where source_id = :source")
                        .param("source", source.id())
                        .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                        .list();
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        DocumentId id = new DocumentId(ids.next());
        jdbc.sql(
                        """
                        insert into document (organization_id, id, source_id, bot_id, depth, status, title, language,
                            problem_arguments, found_at, met_round)
                        values (:organization, :id, :source, :bot, 0, 'FOUND', '', 'und', '{}', :now, 0)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("source", source.id())
                .param("bot", source.bot())
                .param("now", clock.instant())
                .update();
        return id;
    }

    /** Gives the document its real address; false when the source has another document there. */
    public boolean rename(DocumentId document, String url) {
        return jdbc.sql(
                                """
                                update document d set url = :url
                                where d.id = :id and not exists (
                                    select 1 from document other
                                    where other.organization_id = d.organization_id
                                      and other.source_id = d.source_id and other.url = :url
                                      and other.id <> d.id)
                                """)
                        .param("url", url)
                        .param("id", document)
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<DocumentId> at(Source source, String url) {
        return jdbc.sql("select id from document where source_id = :source and url = :url")
                .param("source", source.id())
                .param("url", url)
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .optional();
    }

    /**
     * Of those the site leads to, the nearest to the start page first.
     *
     * @param areTaught only what something was learned from before
     */
    @Transactional(readOnly = true)
    public List<Entry> next(Source.Id source, int limit, boolean areTaught) {
        return jdbc.sql(
                        """
                        select d.id, d.url, d.depth, k.etag, k.last_modified, k.fetched_at
                        from document d join source s on s.organization_id = d.organization_id and s.id = d.source_id
                        left join document k on k.organization_id = d.organization_id and k.id = d.id
                            and k.content_hash is not null and k.links is not null
                        where d.source_id = :source and d.status = 'FOUND' and d.met_round = s.round
                          and (not :taught or coalesce(d.content_hash, d.duplicate_hash) is not null)
                        order by d.depth, d.id limit :limit
                        """)
                .param("source", source)
                .param("taught", areTaught)
                .param("limit", limit)
                .query(Frontier::entry)
                .list();
    }

    /**
     * Takes up again the duplicates of a page that has changed or vanished since they were read:
     * one of them is to stand for the content now.
     */
    public List<Entry> reopen(Source.Id source) {
        return jdbc.sql(
                        """
                        update document d set status = 'FOUND', duplicate_hash = null, etag = null, last_modified = null,
                            met_round = s.round
                        from source s
                        where s.id = :source and d.source_id = s.id and d.status = 'DUPLICATE' and not exists (
                            select 1 from document other
                            where other.source_id = d.source_id and other.content_hash = d.duplicate_hash)
                        returning d.id, d.url, d.depth, null as etag, null as last_modified, null::timestamptz as fetched_at
                        """)
                .param("source", source)
                .query(Frontier::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("url"),
                row.getInt("depth"),
                new Known(
                        row.getString("etag"),
                        row.getString("last_modified"),
                        instant(row.getObject("fetched_at", OffsetDateTime.class))));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** What the site was not found to lead to is read all the same. */
    public void meetAll(Source.Id source, int round) {
        jdbc.sql(
                        """
                        update document d set met_round = s.round from source s
                        where s.id = :source and s.round = :round and d.source_id = s.id and d.status = 'FOUND'
                        """)
                .param("source", source)
                .param("round", round)
                .update();
    }

    /** Pages that rules do not let in any more go with all that was learned from them. */
    public boolean remove(Source.Id source, List<String> urls) {
        return jdbc.sql("delete from document where source_id = :source and url = any(:urls)")
                        .param("source", source)
                        .param("urls", urls)
                        .update()
                > 0;
    }

    @Transactional(readOnly = true)
    public List<String> pages(Source.Id source) {
        return jdbc.sql("select url from document where source_id = :source and url is not null")
                .param("source", source)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Problem> firstProblem(Source.Id source) {
        return jdbc.sql(
                        """
                        select problem, problem_arguments from document
                        where source_id = :source and problem is not null order by depth, id limit 1
                        """)
                .param("source", source)
                .query((row, number) ->
                        new Problem(
                                row.getString("problem"),
                                SourceRows.strings(row, "problem_arguments")))
                .optional();
    }
}
