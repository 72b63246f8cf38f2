package io.taros.knowledge;

import io.taros.bot.Bot;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.search.DocumentId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The documents of the bound organization, as they are listed and read. */
@Repository
@Transactional(readOnly = true)
public class Documents {
    private static final String SELECT =
            """
            select d.id, d.source_id, d.external_id, d.url, d.title, d.language, d.status, d.problem, d.problem_arguments,
                d.fetched_at, (select count(*) from passage p
                    where p.organization_id = d.organization_id and p.document_id = d.id
                      and p.standing in ('PUBLISHED', 'LEAVING')) as passages
            from document d
            """;

    /** A language of less than one passage in so many is none that a bot was taught in. */
    private static final int A_FEW = 20;

    private final JdbcClient jdbc;
    private final BlobStore blobs;

    Documents(JdbcClient jdbc, BlobStore blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    /** Those that hold text, in the order they were found, from the one after {@code after}. */
    public List<Document> readable(Source.Id source, @Nullable DocumentId after, int limit) {
        return find(source, "", after, limit);
    }

    /** The same, those with words in their title or address. */
    public List<Document> find(
            Source.Id source, String words, @Nullable DocumentId after, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.source_id = :source and d.content_hash is not null
                                  and (:after::uuid is null or d.id > :after)
                                  and (:words = '' or position(lower(:words) in lower(d.title)) > 0
                                    or position(lower(:words) in lower(coalesce(d.url, ''))) > 0)
                                order by d.id limit :limit
                                """)
                .param("source", source)
                .param("words", words)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(Documents::read)
                .list();
    }

    /** What a bot was taught in, most passages first; a language of few of them is left out. */
    public List<String> languages(Bot.Id bot, int limit) {
        return jdbc.sql(
                        """
                        select language from (
                            select p.language, count(*) as passages, sum(count(*)) over () as whole from passage p
                            join document d on d.organization_id = p.organization_id and d.id = p.document_id
                            where (d.bot_id = :bot or d.source_id in (
                                select source_id from source_share where bot_id = :bot))
                              and p.language <> 'und'
                              and p.standing in ('PUBLISHED', 'LEAVING')
                            group by p.language) taught
                        where passages >= whole / :few order by passages desc, language limit :limit
                        """)
                .param("bot", bot)
                .param("few", A_FEW)
                .param("limit", limit)
                .query((row, number) -> row.getString("language"))
                .list();
    }

    /** Pages that could not be read, each with its reason. */
    public List<Document> failed(Source.Id source, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.source_id = :source and d.status = 'FAILED'
                                order by d.id limit :limit
                                """)
                .param("source", source)
                .param("limit", limit)
                .query(Documents::read)
                .list();
    }

    public Optional<Document> find(DocumentId id) {
        return jdbc.sql(SELECT + "where d.id = :id and taros_sees_bot(d.bot_id)")
                .param("id", id)
                .query(Documents::read)
                .optional();
    }

    public Optional<String> text(DocumentId id) {
        return jdbc.sql("select text_id from document where id = :id and text_id is not null")
                .param("id", id)
                .query((row, number) -> new BlobId(row.getObject("text_id", UUID.class)))
                .optional()
                .flatMap(blobs::get)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Document read(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        OffsetDateTime fetched = row.getObject("fetched_at", OffsetDateTime.class);
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                new Source.Id(row.getObject("source_id", UUID.class)),
                row.getString("external_id"),
                row.getString("url"),
                row.getString("title"),
                row.getString("language"),
                Document.Status.valueOf(row.getString("status")),
                problem == null
                        ? null
                        : new Problem(problem, SourceRows.strings(row, "problem_arguments")),
                row.getInt("passages"),
                fetched == null ? null : fetched.toInstant());
    }
}
