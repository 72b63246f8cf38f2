package io.taros.knowledge;

import io.taros.platform.egress.EgressPolicyChanged;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.StrayBlobs;
import io.taros.search.EmbeddingFailed;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * At every start, each organization's index is compared with its rows and mended where they differ.
 */
@Component
class Healing implements JobHandler<HealIndex> {
    private final CrossOrganization everybody;
    private final Jobs jobs;
    private final Indexing indexing;
    private final Forgetting forgetting;
    private final StrayBlobs strays;

    Healing(
            CrossOrganization everybody,
            Jobs jobs,
            Indexing indexing,
            Forgetting forgetting,
            StrayBlobs strays) {
        this.strays = strays;
        this.everybody = everybody;
        this.jobs = jobs;
        this.indexing = indexing;
        this.forgetting = forgetting;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        organizations().forEach(organization -> healNow(new HealIndex(organization)));
    }

    /** What may be embedded is embedded. */
    @EventListener
    void on(EgressPolicyChanged changed) {
        jobs.enqueue(new HealIndex(changed.organization()));
    }

    /** One that waits for a provider to be well again was perhaps what the restart was for. */
    private void healNow(HealIndex job) {
        jobs.cancel(job);
        jobs.enqueue(job);
    }

    /** Those that have been taught something, or have something left to forget. */
    List<OrganizationId> organizations() {
        return everybody.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                select organization_id from source
                                union select organization_id from forgotten
                                """)
                        .query((row, number) ->
                                new OrganizationId(row.getObject("organization_id", UUID.class)))
                        .list());
    }

    @Override
    public Class<HealIndex> type() {
        return HealIndex.class;
    }

    /**
     * A provider that is down for a night must not keep what was taught from being found by day.
     */
    @Override
    public int attemptsAfter(Throwable cause) {
        return cause instanceof EmbeddingFailed ? Integer.MAX_VALUE : attempts();
    }

    @Override
    public void handle(HealIndex job) {
        forgetting.handle(new ForgetDocuments(job.organization()));
        strays.remove();
        indexing.heal();
        indexing.catchUp(null);
    }
}
