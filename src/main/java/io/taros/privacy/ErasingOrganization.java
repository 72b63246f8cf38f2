package io.taros.privacy;

import io.taros.account.Closing;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.jobs.JobHandler;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One that was opened again meanwhile stays; one that is half gone is finished. */
@Component
class ErasingOrganization implements JobHandler<EraseOrganization> {
    private static final Logger LOG = LoggerFactory.getLogger(ErasingOrganization.class);

    private final Organizations organizations;
    private final Standing standing;
    private final OrganizationErasure erasure;
    private final InstantSource clock;

    ErasingOrganization(
            Organizations organizations,
            Standing standing,
            OrganizationErasure erasure,
            InstantSource clock) {
        this.organizations = organizations;
        this.standing = standing;
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public Class<EraseOrganization> type() {
        return EraseOrganization.class;
    }

    /** With ever longer pauses, more than two hours in all. */
    @Override
    public int attempts() {
        return 30;
    }

    @Override
    public void handle(EraseOrganization job) {
        if (organizations.find().isPresent() && standing.closing().filter(this::isDue).isEmpty()) {
            return;
        }
        if (erasure.run().isEmpty()) {
            // Whoever is at it may fail, so this comes again and finds nothing left if not.
            throw new IllegalStateException("It is being erased already");
        }
    }

    @Override
    public void exhausted(EraseOrganization job, Throwable cause) {
        LOG.error("Organization {} could not be erased", job.organization(), cause);
    }

    private boolean isDue(Closing closing) {
        return !closing.eraseAt().isAfter(clock.instant());
    }
}
