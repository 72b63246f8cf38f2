package io.taros.privacy;

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
    private final Jobs jobs;
    private final OrganizationKeys keys;
    private final PassageIndex index;
    private final BlobStore blobs;
    private final TenantRows rows;
    private final Audit audit;
    private final InstantSource clock;

    OrganizationErasure(
            Jobs jobs,
            OrganizationKeys keys,
            PassageIndex index,
            BlobStore blobs,
            TenantRows rows,
            Audit audit,
            InstantSource clock) {
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
        jobs.forgetAll();
        keys.destroy();
        var documents = index.documents(organization).size();
        index.delete(organization);
        var files = blobs.list(clock.instant().plusSeconds(1)).size();
        blobs.deleteAll();
        var erased = new Erased(rows.deleteAll(), files, documents);
        // What was recorded while the rows went asks for a signature.
        jobs.forgetAll();
        Tenancy.runAs(
                OrganizationId.INSTALLATION,
                () -> audit.record(PrivacyAction.ERASED, organization, erased.detail()));
        return erased;
    }
}
