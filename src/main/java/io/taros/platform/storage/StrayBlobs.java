package io.taros.platform.storage;

import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A file may be written before the row that names it, or after that row was deleted. A server
 * killed in between leaves one that no deletion would ever reach.
 */
@Component
public class StrayBlobs {
    /** What is younger may belong to a transaction that is still open. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final BlobStore blobs;
    private final List<NamedBlobs> named;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    StrayBlobs(
            BlobStore blobs,
            List<NamedBlobs> named,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.blobs = blobs;
        this.named = named;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of all organizations. */
    public void removeEverywhere() {
        blobs.owners().forEach(owner -> Tenancy.runAs(owner, this::remove));
    }

    /** Of the bound organization. */
    public void remove() {
        var strays = new HashSet<>(blobs.list(clock.instant().minus(GRACE)));
        if (!strays.isEmpty()) {
            strays.removeAll(named());
            strays.forEach(blobs::delete);
        }
    }

    private Set<BlobId> named() {
        return transactions.execute(status ->
                named.stream()
                        .flatMap(files ->
                                jdbc
                                        .sql(files.query())
                                        .query((row, number) ->
                                                new BlobId(row.getObject(1, UUID.class)))
                                        .stream())
                        .collect(Collectors.toSet()));
    }
}
