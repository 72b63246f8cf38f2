package io.taros.knowledge;

import io.taros.search.BotScope;
import io.taros.search.DocumentId;
import io.taros.search.IndexedPassage;
import io.taros.search.Passage;
import io.taros.search.PassageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the index should hold, and of which documents it does not yet. */
@Repository
@Transactional
class Shelf {
    private static final String PASSAGES =
            """
            select p.id, p.document_id, d.source_id, d.bot_id, p.language, p.kind, d.title, p.heading_path, p.text,
                p.answer, p.embedding_hash, d.url, d.last_modified, coalesce(d.changed_at, d.fetched_at, d.found_at) as changed_at
            """;
    private static final String AS_READ =
            """
            where id = :id and content_hash is not distinct from :hash::bytea
              and indexed_at is not distinct from :before::timestamptz
              and :passages::uuid[] = array(
                select p.id from passage p where p.document_id = :id and p.standing <> 'EXCLUDED'
                order by p.position, p.id)
              and :meanings::bytea[] = array(
                select p.embedding_hash from passage p
                where p.document_id = :id and p.standing <> 'EXCLUDED'
                order by p.position, p.id)
              and :languages::text[] = array(
                select p.language from passage p
                where p.document_id = :id and p.standing <> 'EXCLUDED'
                order by p.position, p.id)
            """;

    private static final int FETCH = 500;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Shelf(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A document the index is behind on, the content it has now, and since when the index has some.
     */
    record Behind(DocumentId id, byte @Nullable [] hash, @Nullable OffsetDateTime indexedAt) {}

    /**
     * A document as the index has it now.
     *
     * @param hasVectors whether none is to come
     */
    record Indexed(Behind document, List<Unembedded> passages, boolean hasVectors) {}

    /**
     * A passage before it has its vector.
     *
     * @param language as it lies in the row, which the index may not know
     * @param hash of its meaning, as it lies in the row
     */
    record Unembedded(
            IndexedPassage passage, @Nullable String answer, String language, byte[] hash) {
        Meaning meaning() {
            return Meaning.of(
                    passage.title(),
                    new Reading.Piece(
                            passage.headingPath(), passage.text(), answer, passage.language()));
        }

        IndexedPassage with(float[] vector) {
            return new IndexedPassage(
                    passage.id(),
                    passage.document(),
                    passage.source(),
                    passage.bot(),
                    passage.language(),
                    passage.kind(),
                    passage.title(),
                    passage.headingPath(),
                    passage.text(),
                    vector,
                    passage.url(),
                    passage.changed());
        }
    }

    /** Those that cannot be found as they are now. */
    @Transactional(readOnly = true)
    public List<Behind> behind(Source.@Nullable Id source, int limit) {
        return behind("indexed_at is null and status <> 'FOUND'", source, limit);
    }

    /** Those that are found by their words alone, although they are to have vectors. */
    @Transactional(readOnly = true)
    public List<Behind> withoutVectors(Source.@Nullable Id source, int limit) {
        return behind(
                "indexed_at is not null and embedded_at is null and content_hash is not null",
                source,
                limit);
    }

    private List<Behind> behind(String how, Source.@Nullable Id source, int limit) {
        return jdbc.sql(
                        "select id, content_hash, indexed_at from document where "
                                + how
                                + """
                                  and (:source::uuid is null or source_id = :source)
                                order by id limit :limit
                                """)
                .param("source", source == null ? null : source.value())
                .param("limit", limit)
                .query((row, number) ->
                        new Behind(
                                new DocumentId(row.getObject("id", UUID.class)),
                                row.getBytes("content_hash"),
                                row.getObject("indexed_at", OffsetDateTime.class)))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Unembedded> passages(DocumentId document) {
        return jdbc.sql(
                        PASSAGES
                                + """
                                from passage p
                                join document d on d.organization_id = p.organization_id and d.id = p.document_id
                                where p.document_id = :document and p.standing <> 'EXCLUDED'
                                order by p.position, p.id
                                """)
                .param("document", document)
                .query((row, number) -> read(row, new float[0]))
                .list();
    }

    @Transactional(readOnly = true)
    public boolean isUnchanged(Indexed document) {
        return asRead(jdbc.sql("select 1 from document " + AS_READ), document)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Those that have changed, gone or been indexed by somebody else meanwhile. */
    public List<DocumentId> stamp(List<Indexed> documents) {
        return documents.stream()
                .filter(each -> !stamp(each))
                .map(each -> each.document().id())
                .toList();
    }

    private boolean stamp(Indexed indexed) {
        return asRead(
                                jdbc.sql(
                                        """
                                        update document set indexed_at = :now,
                                            embedded_at = case when :hasVectors then :now::timestamptz end
                                        """
                                                + AS_READ),
                                indexed)
                        .param("now", clock.instant())
                        .param("hasVectors", indexed.hasVectors())
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec asRead(
            JdbcClient.StatementSpec statement, Indexed indexed) {
        List<Unembedded> passages = indexed.passages();
        return statement
                .param("id", indexed.document().id())
                .param("hash", indexed.document().hash())
                .param("before", indexed.document().indexedAt())
                .param("passages", passages.stream().map(one -> one.passage().id()).toList())
                .param("meanings", passages.stream().map(Unembedded::hash).toList())
                .param("languages", passages.stream().map(Unembedded::language).toList());
    }

    /** The next documents, in their order, that have a passage without a vector of this model. */
    @Transactional(readOnly = true)
    public List<DocumentId> neverEmbedded(String model, @Nullable DocumentId after, int limit) {
        return jdbc.sql(
                        """
                        select distinct p.document_id as id from passage p
                        where (:after::uuid is null or p.document_id > :after) and p.standing <> 'EXCLUDED'
                          and not exists (select 1 from passage_embedding e where e.model = :model
                            and e.organization_id = p.organization_id and e.embedding_hash = p.embedding_hash)
                        order by id limit :limit
                        """)
                .param("model", model)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }

    /** All that have a vector of this model, read on demand while {@code use} runs. */
    @Transactional(readOnly = true)
    public void all(String model, Consumer<Stream<IndexedPassage>> use) {
        try (Stream<IndexedPassage> all =
                jdbc
                        .sql(
                                PASSAGES
                                        + """
                                        , e.vector
                                        from passage p
                                        join document d on d.organization_id = p.organization_id and d.id = p.document_id
                                        join passage_embedding e on e.organization_id = p.organization_id
                                            and e.model = :model and e.embedding_hash = p.embedding_hash
                                        where p.standing <> 'EXCLUDED'
                                        order by p.document_id, p.position
                                        """)
                        .param("model", model)
                        .withFetchSize(FETCH)
                        .query((row, number) ->
                                read(row, Embeddings.floats(row.getBytes("vector"))).passage())
                        .stream()) {
            use.accept(all);
        }
    }

    /** After a rebuild: everything with vectors is there, the rest still has to come. */
    public void stampAll(String model) {
        jdbc.sql(
                        """
                        update document d set (indexed_at, embedded_at) = (
                            select there.at, there.at from (select case when not exists (
                                select 1 from passage p
                                where p.organization_id = d.organization_id and p.document_id = d.id
                                  and p.standing <> 'EXCLUDED' and not exists (select 1 from passage_embedding e where e.model = :model
                                    and e.organization_id = p.organization_id and e.embedding_hash = p.embedding_hash))
                                then :now::timestamptz end as at) there)
                        where d.status <> 'FOUND'
                        """)
                .param("model", model)
                .param("now", clock.instant())
                .update();
    }

    @Transactional(readOnly = true)
    public List<DocumentId> withPassages() {
        return jdbc.sql(
                        "select id from document where content_hash is not null and indexed_at is not null")
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What nobody was allowed to embed is to have its vectors now. */
    public void wantVectors(String model) {
        jdbc.sql(
                        """
                        update document d set embedded_at = null where d.embedded_at is not null and exists (
                            select 1 from passage p where p.organization_id = d.organization_id and p.document_id = d.id
                              and p.standing <> 'EXCLUDED'
                              and not exists (select 1 from passage_embedding e where e.model = :model
                                and e.organization_id = p.organization_id and e.embedding_hash = p.embedding_hash))
                        """)
                .param("model", model)
                .update();
    }

    /** Answers with those that are still there. */
    public List<DocumentId> fallBehind(List<DocumentId> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "update document set indexed_at = null where id = any(:ids::uuid[]) returning id")
                .param("ids", documents)
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Unembedded read(ResultSet row, float[] vector) throws SQLException {
        return new Unembedded(
                new IndexedPassage(
                        new PassageId(row.getObject("id", UUID.class)),
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getObject("source_id", UUID.class),
                        new BotScope(row.getObject("bot_id", UUID.class)),
                        row.getString("language"),
                        Passage.Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("heading_path"),
                        row.getString("text"),
                        vector,
                        row.getString("url"),
                        changed(
                                row.getString("last_modified"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant())),
                row.getString("answer"),
                row.getString("language"),
                row.getBytes("embedding_hash"));
    }

    /**
     * What a server says of a page's age counts where it is older than what we saw: at a first
     * visit everything is new to us, and many servers date a page by the moment it is asked for.
     */
    private static Instant changed(@Nullable String lastModified, Instant seen) {
        if (lastModified == null) {
            return seen;
        }
        try {
            Instant said =
                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(lastModified.strip()));
            return said.isBefore(seen) ? said : seen;
        } catch (DateTimeParseException notADate) {
            return seen;
        }
    }
}
