package io.taros.knowledge;

import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.search.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
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
    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Frontier(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    record Entry(
            DocumentId id,
            @Nullable String url,
            int depth,
            @Nullable String etag,
            @Nullable String lastModified) {}

    /** Addresses not yet known join, up to so many documents in all. */
    public void add(Source source, List<String> urls, int depth, int max) {
        if (urls.isEmpty()) {
            return;
        }
        List<UUID> fresh = urls.stream().map(url -> ids.next()).toList();
        jdbc.sql(
                        """
                        insert into document (organization_id, id, source_id, bot_id, url, depth, status, title, language,
                            problem_arguments, found_at)
                        select :organization, id, :source, :bot, url, :depth, 'FOUND', '', 'und', '{}', :now
                        from unnest(:ids::uuid[], :urls::text[]) as f(id, url)
                        where not exists (select 1 from document d where d.source_id = :source and d.url = f.url)
                        limit greatest(0, :max - (select count(*) from document where source_id = :source))
                        on conflict on constraint document_once do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("source", source.id())
                .param("bot", source.bot())
                .param("depth", depth)
                .param("ids", fresh)
                .param("urls", urls)
                .param("max", max)
                .param("now", clock.instant())
                .update();
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
                            problem_arguments, found_at)
                        values (:organization, :id, :source, :bot, 0, 'FOUND', '', 'und', '{}', :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("source", source.id())
                .param("bot", source.bot())
                .param("now", clock.instant())
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<DocumentId> at(Source source, String url) {
        return jdbc.sql("select id from document where source_id = :source and url = :url")
                .param("source", source.id())
                .param("url", url)
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The nearest to the start page first. */
    @Transactional(readOnly = true)
    public List<Entry> next(Source.Id source, int limit) {
        return jdbc.sql(
                        """
                        select id, url, depth, case when content_hash is not null then etag end as etag,
                            case when content_hash is not null then last_modified end as last_modified
                        from document
                        where source_id = :source and status = 'FOUND'
                        order by depth, id limit :limit
                        """)
                .param("source", source)
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
                        update document d set status = 'FOUND', duplicate_hash = null, etag = null, last_modified = null
                        where d.source_id = :source and d.status = 'DUPLICATE' and not exists (
                            select 1 from document other
                            where other.source_id = d.source_id and other.content_hash = d.duplicate_hash)
                        returning id, url, depth, etag, last_modified
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
                row.getString("etag"),
                row.getString("last_modified"));
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
