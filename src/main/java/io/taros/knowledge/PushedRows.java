package io.taros.knowledge;

import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.search.DocumentId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Documents by what the program that hands them in calls them. */
@Repository
@Transactional
class PushedRows {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    PushedRows(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param isMoved whether it has another address now
     */
    record Place(DocumentId id, boolean isNew, boolean isMoved) {}

    private record Known(UUID id, @Nullable String url) {}

    @Transactional(readOnly = true)
    public Optional<DocumentId> find(Source.Id source, String externalId) {
        return known(source, externalId).map(known -> new DocumentId(known.id()));
    }

    /** Where a document goes; the source is locked, so that two never make room for one another. */
    Place place(Source source, String externalId, @Nullable String url, int max) {
        var locked =
                jdbc.sql("select 1 from source where id = :id for update")
                        .param("id", source.id())
                        .query(Integer.class)
                        .optional();
        if (locked.isEmpty()) {
            throw new NotFound();
        }
        var known = known(source.id(), externalId);
        if (isElsewhere(source.id(), externalId, url)) {
            throw new Conflict("knowledge.document.url-taken");
        }
        if (known.isPresent()) {
            return moved(known.get(), url);
        }
        return new Place(add(source, externalId, url, max), true, false);
    }

    /**
     * A new round, if anything is still to be made ready and no round waits that will see to it.
     */
    Optional<Integer> queue(Source.Id id) {
        return jdbc.sql(
                        """
                        update source s set status = 'QUEUED', round = round + 1, problem = null,
                            problem_arguments = '{}', updated_at = :now
                        where id = :id and status <> 'QUEUED' and exists (
                            select 1 from document d where d.organization_id = s.organization_id
                              and d.source_id = s.id and (d.indexed_at is null or (d.embedded_at is null and d.content_hash is not null))
                              and d.status <> 'FOUND')
                        returning round
                        """)
                .param("now", clock.instant())
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    Optional<DocumentId> remove(Source.Id source, String externalId) {
        return jdbc.sql(
                        """
                        delete from document where source_id = :source and external_id = :external returning id
                        """)
                .param("source", source)
                .param("external", externalId)
                .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Where a document was to stand that is not taken. */
    void removeUntaught(DocumentId document) {
        jdbc.sql(
                        "delete from document where id = :id and content_hash is null and status = 'FOUND'")
                .param("id", document)
                .update();
    }

    boolean remove(UUID document) {
        return jdbc.sql("delete from document where id = :id").param("id", document).update() == 1;
    }

    private Place moved(Known known, @Nullable String url) {
        var moved =
                jdbc.sql(
                                        """
                                        update document set url = :url where id = :id and url is distinct from :url
                                        """)
                                .param("url", url)
                                .param("id", known.id())
                                .update()
                        == 1;
        return new Place(new DocumentId(known.id()), false, moved);
    }

    private DocumentId add(Source source, String externalId, @Nullable String url, int max) {
        var id = new DocumentId(ids.next());
        var added =
                jdbc.sql(
                                """
                                insert into document (organization_id, id, source_id, bot_id, external_id, url, depth,
                                    status, title, language, problem_arguments, found_at, met_round)
                                select :organization, :id, :source, :bot, :external, :url, 0, 'FOUND', '', 'und', '{}', :now, 0
                                where (select count(*) from document where source_id = :source) < :max
                                """)
                        .param("organization", Tenancy.organization())
                        .param("id", id)
                        .param("source", source.id())
                        .param("bot", source.bot())
                        .param("external", externalId)
                        .param("url", url)
                        .param("now", clock.instant())
                        .param("max", max)
                        .update();
        if (added == 0) {
            throw new Conflict("knowledge.document.too-many", max);
        }
        return id;
    }

    private boolean isElsewhere(Source.Id source, String externalId, @Nullable String url) {
        return url != null
                && jdbc.sql(
                                """
                                select 1 from document
                                where source_id = :source and url = :url and external_id is distinct from :external
                                """)
                        .param("source", source)
                        .param("url", url)
                        .param("external", externalId)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    private Optional<Known> known(Source.Id source, String externalId) {
        return jdbc.sql(
                        "select id, url from document where source_id = :source and external_id = :external")
                .param("source", source)
                .param("external", externalId)
                .query(Known.class)
                .optional();
    }
}
