package io.taros.knowledge;

import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A file is written before the row that names it. A server killed in between leaves one that no
 * deletion would ever reach.
 */
@Component
class StrayBlobs {
    /** What is younger may belong to a transaction that is still open. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final BlobStore blobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    StrayBlobs(
            BlobStore blobs,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.blobs = blobs;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    void remove() {
        var strays = new HashSet<>(blobs.list(clock.instant().minus(GRACE)));
        if (!strays.isEmpty()) {
            strays.removeAll(named());
            strays.forEach(blobs::delete);
        }
    }

    private Set<BlobId> named() {
        return transactions.execute(status ->
                jdbc.sql(
                                NamedBlobs.QUERY
                                        + "union select blob_id from forgotten where blob_id is not null")
                        .query((row, number) -> new BlobId(row.getObject("id", UUID.class)))
                        .set());
    }
}
