package io.taros.knowledge;

import io.taros.search.BotScope;
import io.taros.search.DocumentId;
import io.taros.search.Edition;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import io.taros.search.Passages;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    public List<Passage> read(Collection<PassageId> ids, Edition edition) {
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
                        where p.id = any(:ids::uuid[]) and s.standing <> :hidden
                          and p.standing <> :hidden and p.standing <> 'EXCLUDED'
                        """)
                .param("ids", ids)
                .param("hidden", hiddenIn(edition))
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
    public Set<UUID> hidden(BotScope bot, Edition edition) {
        return jdbc.sql(
                        """
                        select id from source
                        where bot_id = :bot and standing = :hidden and standing <> 'PUBLISHED'
                        """)
                .param("bot", bot)
                .param("hidden", hiddenIn(edition))
                .query((row, number) -> row.getObject("id", UUID.class))
                .set();
    }

    private static Source.Standing hiddenIn(Edition edition) {
        return switch (edition) {
            case PUBLISHED -> Source.Standing.DRAFT;
            case DRAFT -> Source.Standing.LEAVING;
        };
    }
}
