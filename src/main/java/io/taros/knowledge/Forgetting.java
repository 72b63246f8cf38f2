package io.taros.knowledge;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.security.Tenancy;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import io.taros.search.DocumentId;
import io.taros.search.PassageIndex;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finishes deletions: rows went at once, what was copied from them goes here. */
@Component
class Forgetting implements JobHandler<ForgetDocuments> {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PassageIndex index;
    private final BlobStore blobs;
    private final Embeddings embeddings;

    Forgetting(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            PassageIndex index,
            BlobStore blobs,
            Embeddings embeddings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.index = index;
        this.blobs = blobs;
        this.embeddings = embeddings;
    }

    private record Gone(DocumentId id, @Nullable UUID blob) {}

    @Override
    public Class<ForgetDocuments> type() {
        return ForgetDocuments.class;
    }

    @Override
    public void handle(ForgetDocuments job) {
        boolean any = false;
        for (List<Gone> gone = next(); !gone.isEmpty(); gone = next()) {
            List<DocumentId> ids = gone.stream().map(Gone::id).toList();
            index.remove(Tenancy.organization(), ids);
            gone.stream()
                    .map(Gone::blob)
                    .filter(Objects::nonNull)
                    .map(BlobId::new)
                    .forEach(blobs::delete);
            drop(ids);
            any = true;
        }
        if (any) {
            embeddings.forgetUnused();
        }
    }

    private List<Gone> next() {
        return transactions.execute(status ->
                jdbc.sql("select document_id, blob_id from forgotten limit :limit")
                        .param("limit", BATCH)
                        .query((row, number) ->
                                new Gone(
                                        new DocumentId(row.getObject("document_id", UUID.class)),
                                        row.getObject("blob_id", UUID.class)))
                        .list());
    }

    private void drop(List<DocumentId> ids) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("delete from forgotten where document_id = any(:ids::uuid[])")
                        .param("ids", ids)
                        .update());
    }
}
