package io.taros.privacy;

import io.taros.account.Closing;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.TenantRows;
import io.taros.platform.storage.BlobStore;
import io.taros.search.PassageIndex;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Takes out everything the bound organization has. The key goes first: whatever a crash leaves
 * behind is unreadable, and running it again finishes it.
 */
@Component
public class OrganizationErasure {
    private final Standing standing;
    private final Owners owners;
    private final Jobs jobs;
    private final OrganizationKeys keys;
    private final PassageIndex index;
    private final BlobStore blobs;
    private final TenantRows rows;
    private final Audit audit;
    private final InstantSource clock;

    OrganizationErasure(
            Standing standing,
            Owners owners,
            Jobs jobs,
            OrganizationKeys keys,
            PassageIndex index,
            BlobStore blobs,
            TenantRows rows,
            Audit audit,
            InstantSource clock) {
        this.standing = standing;
        this.owners = owners;
        this.jobs = jobs;
        this.keys = keys;
        this.index = index;
        this.blobs = blobs;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    public Erased run() {
        var organization = Tenancy.organization();
        standing.closing().ifPresent(this::tell);
        jobs.forgetAll();
        keys.destroy();
        var documents = index.documents(organization).size();
        var files = blobs.list(clock.instant().plusSeconds(1)).size();
        emptyDirectories();
        var erased = new Erased(rows.deleteAll(), files, documents);
        // A job that was running may have written between; without its rows it writes no more.
        keys.destroy();
        emptyDirectories();
        jobs.forgetAll();
        if (!erased.rows().isEmpty()) {
            Tenancy.runAs(
                    OrganizationId.INSTALLATION,
                    () -> audit.record(PrivacyAction.ERASED, organization, erased.detail()));
        }
        return erased;
    }

    private void emptyDirectories() {
        index.delete(Tenancy.organization());
        blobs.deleteAll();
    }

    /** They wait until it is true. */
    private void tell(Closing closing) {
        var organization = Tenancy.organization().value();
        owners.ids()
                .forEach(owner ->
                        jobs.enqueue(new TellOfErasure(owner, organization, closing.closedAt())));
    }
}
