package io.taros.conversation;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.BlobId;
import io.taros.platform.storage.BlobStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finishes what deletions began: rows went at once, their files go here. */
@Component
class DiscardingFiles implements JobHandler<DiscardFiles> {
    /** Long enough to write what goes with a file. */
    static final Duration UNSENT = Duration.ofHours(1);

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CrossOrganization everywhere;
    private final BlobStore blobs;
    private final Jobs jobs;
    private final InstantSource clock;

    DiscardingFiles(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CrossOrganization everywhere,
            BlobStore blobs,
            Jobs jobs,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.everywhere = everywhere;
        this.blobs = blobs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<DiscardFiles> type() {
        return DiscardFiles.class;
    }

    @Override
    public void handle(DiscardFiles job) {
        for (var gone = next(); !gone.isEmpty(); gone = next()) {
            gone.forEach(blobs::delete);
            drop(gone);
        }
    }

    /** Of all organizations: what nobody sent, and what nobody was told to discard. */
    void tidy() {
        var before = clock.instant().minus(UNSENT);
        var concerned =
                everywhere.inTransaction(staff ->
                        staff.sql(
                                        """
                                        select organization_id from attachment where message_id is null and created_at < :before
                                        union select organization_id from discarded_file
                                        """)
                                .param("before", before)
                                .query((row, number) ->
                                        new OrganizationId(row.getObject(1, UUID.class)))
                                .list());
        for (var organization : concerned) {
            Tenancy.runAs(
                    organization,
                    () ->
                            transactions.executeWithoutResult(status -> {
                                jdbc.sql(
                                                "delete from attachment where message_id is null and created_at < :before")
                                        .param("before", before)
                                        .update();
                                jobs.enqueue(new DiscardFiles(organization));
                            }));
        }
    }

    private List<BlobId> next() {
        return transactions.execute(status ->
                jdbc.sql("select id from discarded_file limit :limit")
                        .param("limit", BATCH)
                        .query((row, number) -> new BlobId(row.getObject(1, UUID.class)))
                        .list());
    }

    private void drop(List<BlobId> gone) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("delete from discarded_file where id = any(:ids)")
                        .param("ids", gone)
                        .update());
    }
}
