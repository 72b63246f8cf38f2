package io.taros.knowledge;

import io.taros.search.DocumentId;
import io.taros.search.Edition;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import io.taros.search.Passages;
import io.taros.search.Reach;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads passages again as they are now, under row-level security: what was deleted or is foreign is
 * not there.
 */
@Repository
class StoredPassages implements Passages {
    private final JdbcClient jdbc;

    StoredPassages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Passage> read(Collection<PassageId> ids, Reach reach) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select p.id, p.document_id, d.source_id, p.kind, p.language, d.title, p.heading_path, d.url,
                            p.position, p.text, p.answer, coalesce(d.fetched_at, d.found_at) as fetched_at
                        from passage p
                        join document d on d.organization_id = p.organization_id and d.id = p.document_id
                        join source s on s.organization_id = d.organization_id and s.id = d.source_id
                        where p.id = any(:ids::uuid[]) and p.standing <> 'EXCLUDED'
                          and (s.tags = '{}' or s.tags && :tags::text[])
                          and (s.bot_id = :bot and s.standing <> :hidden and p.standing <> :hidden
                            or s.standing <> 'DRAFT' and p.standing <> 'DRAFT' and exists (
                              select from source_share h where h.organization_id = s.organization_id
                                and h.source_id = s.id and h.bot_id = :bot))
                        """)
                .param("ids", ids)
                .param("bot", reach.bot())
                .param("hidden", hiddenIn(reach.edition()))
                .param("tags", reach.tags().values())
                .query((row, number) ->
                        new Passage(
                                new PassageId(row.getObject("id", UUID.class)),
                                new DocumentId(row.getObject("document_id", UUID.class)),
                                row.getObject("source_id", UUID.class),
                                Passage.Kind.valueOf(row.getString("kind")),
                                row.getString("language"),
                                row.getString("title"),
                                row.getString("heading_path"),
                                row.getString("url"),
                                row.getInt("position"),
                                row.getString("text"),
                                row.getString("answer"),
                                row.getObject("fetched_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Selection select(Reach reach) {
        var sources =
                jdbc.sql(
                                """
                                select id, false as is_shared from source
                                where bot_id = :bot and standing = :hidden and standing <> 'PUBLISHED'
                                union all
                                select id, false from source
                                where bot_id = :bot and tags <> '{}' and not tags && :tags::text[]
                                union all
                                select s.id, true from source_share h
                                join source s on s.organization_id = h.organization_id and s.id = h.source_id
                                where h.bot_id = :bot and s.standing <> 'DRAFT' and (s.tags = '{}' or s.tags && :tags::text[])
                                """)
                        .param("bot", reach.bot())
                        .param("hidden", hiddenIn(reach.edition()))
                        .param("tags", reach.tags().values())
                        .query((row, number) ->
                                new Selected(
                                        row.getObject("id", UUID.class),
                                        row.getBoolean("is_shared")))
                        .list();
        return new Selection(
                ids(sources, Predicate.not(Selected::isShared)), ids(sources, Selected::isShared));
    }

    private record Selected(UUID id, boolean isShared) {}

    private static Set<UUID> ids(List<Selected> sources, Predicate<Selected> which) {
        return sources.stream().filter(which).map(Selected::id).collect(Collectors.toSet());
    }

    /** Of the bot's own; of what others lend it is never asked what they have in a draft. */
    private static Source.Standing hiddenIn(Edition edition) {
        return switch (edition) {
            case PUBLISHED -> Source.Standing.DRAFT;
            case DRAFT -> Source.Standing.LEAVING;
        };
    }
}
