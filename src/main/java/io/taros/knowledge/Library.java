package io.taros.knowledge;

import io.taros.platform.sql.Ids;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.search.DocumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where documents get their content. A document and its passages change in one transaction; that
 * the index follows is promised by {@code indexed_at} being null until it has.
 */
@Component
class Library {
    /** Of programs, which hand in whenever they like. */
    static final int ANY_ROUND = -1;

    private static final int GONE = -2;

    private final JdbcClient jdbc;
    private final BlobStore blobs;
    private final Commons commons;
    private final Quotas quotas;
    private final PassageRows passages;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Library(
            JdbcClient jdbc,
            BlobStore blobs,
            Commons commons,
            Quotas quotas,
            PassageRows passages,
            Ids ids,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.commons = commons;
        this.quotas = quotas;
        this.passages = passages;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    enum Kept {
        NEW,
        UNCHANGED,
        DUPLICATE,
        /** The organization has taught all that it may. */
        FULL,
        /** The source or the document was removed meanwhile. */
        NOT
    }

    private record Present(
            byte @Nullable [] contentHash, String language, @Nullable UUID textId, int textBytes) {
        /** A program that hands in another language means it; a page's is only guessed anew. */
        boolean isSame(Source source, Reading reading) {
            return Arrays.equals(contentHash, reading.hash())
                    && (source.kind() != Source.Kind.API || language.equals(reading.language()));
        }
    }

    /**
     * @param round in which it was read: nothing is kept of one that another has followed
     */
    Kept replace(Source source, int round, DocumentId document, Reading reading) {
        BlobId text = new BlobId(ids.next());
        Optional<Present> before = transactions.execute(status -> present(document));
        if (before.filter(present -> present.isSame(source, reading)).isPresent()) {
            confirm(document, reading.etag(), reading.lastModified());
            note(source.id(), document, reading);
            return Kept.UNCHANGED;
        }
        blobs.put(text, Sources.bytes(reading.text()));
        List<BlobId> over = List.of(text);
        try {
            Written written =
                    transactions.execute(status -> write(source, round, document, reading, text));
            over = written.over();
            return written.kept();
        } finally {
            over.forEach(blobs::delete);
        }
    }

    /** Read again and found as it was. */
    void confirm(DocumentId document, @Nullable String etag, @Nullable String lastModified) {
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                update document set status = 'READ', problem = null, problem_arguments = '{}',
                                    etag = coalesce(:etag, etag),
                                    last_modified = coalesce(:modified, last_modified), fetched_at = :now
                                where id = :id
                                """)
                        .param("etag", etag)
                        .param("modified", lastModified)
                        .param("now", clock.instant())
                        .param("id", document)
                        .update());
    }

    /** Teaches of the same text something else, unless the text has changed since. */
    void teachAgain(Source.Id source, DocumentId document, Reading reading) {
        transactions.executeWithoutResult(status -> {
            int same =
                    jdbc.sql(
                                    """
                                    update document set indexed_at = null where id = :id and content_hash = :hash
                                    """)
                            .param("id", document)
                            .param("hash", reading.hash())
                            .update();
            if (same == 1) {
                teach(source, document, reading);
            }
        });
    }

    /** Not asked for, as the site says that it is as it was. */
    void trust(DocumentId document) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("update document set status = 'READ' where id = :id")
                        .param("id", document)
                        .update());
    }

    /** The page has nothing to teach, or no longer: what was learned from it is dropped. */
    void clear(DocumentId document, Document.Status status, @Nullable Problem problem) {
        Optional<UUID> oldText =
                transactions.execute(transaction -> {
                    lock(document);
                    Optional<Present> present = present(document);
                    passages.remove(document);
                    mark(document, status, problem);
                    return present.map(Present::textId);
                });
        oldText.map(BlobId::new).ifPresent(blobs::delete);
    }

    /** Could not be read this time; what was learned from it before stays. */
    void fail(DocumentId document, Problem problem) {
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                update document set status = 'FAILED', problem = :problem,
                                    problem_arguments = :arguments,
                                    indexed_at = case when content_hash is null then :now else indexed_at end
                                where id = :id
                                """)
                        .param("problem", problem.key())
                        .param("arguments", problem.arguments())
                        .param("now", clock.instant())
                        .param("id", document)
                        .update());
    }

    /**
     * Another address of a page: nothing to read, unless it has been read as that page meanwhile.
     */
    void leave(DocumentId document, Problem problem) {
        transactions.executeWithoutResult(status -> {
            if (lock(document).filter(Document.Status.FOUND::equals).isPresent()) {
                passages.remove(document);
                mark(document, Document.Status.SKIPPED, problem);
            }
        });
    }

    /**
     * @param over texts that nothing names any more
     */
    private record Written(Kept kept, List<BlobId> over) {}

    private Written write(
            Source source, int round, DocumentId document, Reading reading, BlobId text) {
        // The lock makes two readers of one source agree on which of two equal pages is the first.
        int now =
                jdbc.sql("select round from source where id = :id for update")
                        .param("id", source.id())
                        .query(Integer.class)
                        .optional()
                        .orElse(GONE);
        if (now == GONE || (round != ANY_ROUND && round != now)) {
            return new Written(Kept.NOT, List.of(text));
        }
        List<BlobId> over = new ArrayList<>();
        Optional<Present> before = present(document);
        before.map(Present::textId).map(BlobId::new).ifPresent(over::add);
        // What a program hands in twice it may take back once.
        if (source.kind() != Source.Kind.API
                && isKnownElsewhere(source, document, reading.hash())) {
            passages.remove(document);
            mark(document, Document.Status.DUPLICATE, null);
            remember(document, reading.hash());
            over.add(text);
            return new Written(Kept.DUPLICATE, over);
        }
        int bytes = Sources.bytes(reading.text()).length;
        int more = bytes - before.map(Present::textBytes).orElse(0);
        boolean isNew = before.filter(present -> present.contentHash() != null).isEmpty();
        boolean isMore = isNew || (source.kind() == Source.Kind.API && more > 0);
        if (isMore && quotas.refusal().isPresent()) {
            return new Written(Kept.FULL, List.of(text));
        }
        if (!update(document, reading, text)) {
            return new Written(Kept.NOT, List.of(text));
        }
        teach(source.id(), document, reading);
        quotas.taught(isNew ? 1 : 0, more);
        return new Written(Kept.NEW, over);
    }

    private void teach(Source.Id source, DocumentId document, Reading reading) {
        passages.replace(document, reading);
        if (reading.blocks() != null) {
            commons.keep(source, document, reading.blocks());
        }
    }

    private void note(Source.Id source, DocumentId document, Reading reading) {
        if (reading.blocks() != null) {
            commons.note(source, document, reading.blocks());
        }
    }

    private boolean isKnownElsewhere(Source source, DocumentId document, byte[] hash) {
        return jdbc.sql(
                        """
                        select 1 from document
                        where source_id = :source and content_hash = :hash and id <> :id limit 1
                        """)
                .param("source", source.id())
                .param("hash", hash)
                .param("id", document)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void remember(DocumentId duplicate, byte[] hash) {
        jdbc.sql("update document set duplicate_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", duplicate)
                .update();
    }

    private boolean update(DocumentId document, Reading reading, BlobId text) {
        Instant now = clock.instant();
        return jdbc.sql(
                                """
                                update document d set status = 'READ', title = :title, language = :language,
                                    change = case when d.content_hash is null then 'NEW'
                                        when d.change_round = s.round then d.change else 'CHANGED' end,
                                    change_round = s.round, content_hash = :hash, duplicate_hash = null, text_id = :text, text_bytes = :bytes, etag = :etag, last_modified = :modified,
                                    problem = null, problem_arguments = '{}', fetched_at = :now, changed_at = :now,
                                    indexed_at = null
                                from source s
                                where d.id = :id and s.organization_id = d.organization_id and s.id = d.source_id
                                """)
                        .param("title", reading.title())
                        .param("language", reading.language())
                        .param("hash", reading.hash())
                        .param("text", text)
                        .param("bytes", Sources.bytes(reading.text()).length)
                        .param("etag", reading.etag())
                        .param("modified", reading.lastModified())
                        .param("now", now)
                        .param("id", document)
                        .update()
                == 1;
    }

    private Optional<Present> present(DocumentId document) {
        return jdbc.sql(
                        "select content_hash, language, text_id, text_bytes from document where id = :id")
                .param("id", document)
                .query((row, number) ->
                        new Present(
                                row.getBytes("content_hash"),
                                row.getString("language"),
                                row.getObject("text_id", UUID.class),
                                row.getInt("text_bytes")))
                .optional();
    }

    /** Before its passages, as everybody else does. */
    private Optional<Document.Status> lock(DocumentId document) {
        return jdbc.sql("select status from document where id = :id for update")
                .param("id", document)
                .query((row, number) -> Document.Status.valueOf(row.getString("status")))
                .optional();
    }

    private void mark(DocumentId document, Document.Status status, @Nullable Problem problem) {
        commons.forget(document);
        jdbc.sql(
                        """
                        update document d set status = :status, problem = :problem, problem_arguments = :arguments,
                            change = case when d.content_hash is not null and :status <> 'DUPLICATE' then 'VANISHED' else d.change end,
                            change_round = case when d.content_hash is not null and :status <> 'DUPLICATE'
                                then s.round else d.change_round end,
                            fetched_at = :now, indexed_at = case when d.content_hash is null then :now::timestamptz end,
                            content_hash = null, duplicate_hash = null, text_id = null, text_bytes = 0
                        from source s
                        where d.id = :id and s.organization_id = d.organization_id and s.id = d.source_id
                        """)
                .param("status", status)
                .param("problem", problem == null ? null : problem.key())
                .param("arguments", problem == null ? List.of() : problem.arguments())
                .param("now", clock.instant())
                .param("id", document)
                .update();
    }
}
