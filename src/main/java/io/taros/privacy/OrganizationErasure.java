package io.taros.privacy;

import static java.util.stream.Collectors.toSet;

import io.taros.account.Closing;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.retention.KeptByLaw;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.OneAtATime;
import io.taros.platform.sql.TenantRows;
import io.taros.platform.storage.BlobStore;
import io.taros.search.PassageIndex;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes out everything the bound organization has, save what a law asks to be kept without it. The
 * key goes first: whatever a crash leaves behind is unreadable, and running it again finishes it.
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
    private final List<KeptByLaw> lasting;
    private final BegunErasures begun;
    private final OneAtATime turns;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final ErasureJournal journal;

    OrganizationErasure(
            Standing standing,
            Owners owners,
            Jobs jobs,
            OrganizationKeys keys,
            PassageIndex index,
            BlobStore blobs,
            TenantRows rows,
            List<KeptByLaw> lasting,
            BegunErasures begun,
            OneAtATime turns,
            Audit audit,
            TransactionTemplate transactions,
            InstantSource clock,
            ErasureJournal journal) {
        this.lasting = lasting;
        this.journal = journal;
        this.begun = begun;
        this.turns = turns;
        this.transactions = transactions;
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

    /**
     * @return empty, with nothing done, while somebody else is at it
     */
    public Optional<Erased> run() {
        return inTurn(() -> {
            standing.closing().ifPresent(this::tell);
            return erase();
        });
    }

    /** What a backup brought back; its owners know already. */
    boolean again() {
        return inTurn(this::erase).filter(erased -> !erased.isNothing()).isPresent();
    }

    private Optional<Erased> inTurn(Supplier<Erased> work) {
        return turns.run("erasure." + Tenancy.organization(), work);
    }

    private Erased erase() {
        var organization = Tenancy.organization();
        journal.add(ErasedOrganizations.KIND, organization);
        jobs.forgetAll();
        keys.destroy();
        var documents = index.documents(organization).size();
        var files = blobs.list(clock.instant().plusSeconds(1)).size();
        var erased = begun.begin(organization, new Erased(rows.count(), files, documents));
        emptyDirectories();
        lasting.forEach(some -> some.partFromOrganization(organization));
        rows.deleteAll();
        // A job that was running may have written between; without its rows it writes no more.
        keys.destroy();
        emptyDirectories();
        jobs.forgetAll();
        if (!erased.isNothing()) {
            Tenancy.runAs(OrganizationId.INSTALLATION, () -> writeDown(organization, erased));
        }
        return erased;
    }

    private void writeDown(OrganizationId organization, Erased erased) {
        transactions.executeWithoutResult(status -> {
            audit.record(PrivacyAction.ERASED, organization, erased.detail(byLaw()));
            begun.end(organization);
        });
    }

    private Set<String> byLaw() {
        return lasting.stream().flatMap(some -> some.tables().stream()).collect(toSet());
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
