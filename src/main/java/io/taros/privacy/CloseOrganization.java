package io.taros.privacy;

import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.organization.Tie;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes the bound organization, opens it again, or lets it be erased before its time (P-31). */
@Component
@Transactional
class CloseOrganization {
    private final Organizations organizations;
    private final Standing standing;
    private final Owners owners;
    private final List<Tie> ties;
    private final Jobs jobs;
    private final Audit audit;
    private final InstantSource clock;

    CloseOrganization(
            Organizations organizations,
            Standing standing,
            Owners owners,
            List<Tie> ties,
            Jobs jobs,
            Audit audit,
            InstantSource clock) {
        this.organizations = organizations;
        this.standing = standing;
        this.owners = owners;
        this.ties = List.copyOf(ties);
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The key of a sentence that says why it cannot be closed as it is. */
    @Transactional(readOnly = true)
    public Optional<String> hindrance() {
        return ties.stream().flatMap(tie -> tie.find().stream()).findFirst();
    }

    /**
     * @param name of the organization as somebody typed it, who means this one and no other
     */
    public void close(String name) {
        meant(name);
        hindrance()
                .ifPresent(key -> {
                    throw new Conflict(key);
                });
        var eraseAt = Grace.end(clock.instant());
        if (!standing.close(eraseAt)) {
            return;
        }
        jobs.enqueueAt(new EraseOrganization(Tenancy.organization()), eraseAt);
        tell(eraseAt);
        audit.record(PrivacyAction.CLOSED, Tenancy.organization());
    }

    public void reopen() {
        if (!standing.reopen()) {
            if (standing.closing().isPresent()) {
                throw new Conflict("privacy.input.erasing");
            }
            // Another owner was quicker.
            return;
        }
        forget();
        audit.record(PrivacyAction.REOPENED, Tenancy.organization());
    }

    public void eraseNow(String name) {
        meant(name);
        if (!standing.eraseNow()) {
            return;
        }
        audit.record(PrivacyAction.ERASURE_ASKED, Tenancy.organization());
        forget();
        jobs.enqueue(new EraseOrganization(Tenancy.organization()));
    }

    private void tell(Instant eraseAt) {
        owners.ids().stream()
                .flatMap(
                        owner -> TellOfClosing.all(Tenancy.organization(), owner, eraseAt).stream())
                .forEach(notice -> jobs.enqueueAt(notice, notice.time(clock.instant())));
    }

    private void forget() {
        jobs.cancel(new EraseOrganization(Tenancy.organization()));
        owners.ids().stream()
                .flatMap(owner ->
                        TellOfClosing.all(Tenancy.organization(), owner, clock.instant()).stream())
                .forEach(jobs::cancel);
    }

    private void meant(String name) {
        if (!organizations.get().name().equals(name.strip())) {
            throw new BadInput("name", "privacy.input.name");
        }
    }
}
