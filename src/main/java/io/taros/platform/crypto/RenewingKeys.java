package io.taros.platform.crypto;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every night, on one node: keys that are old are renewed, and what was begun is gone on with. */
@Component
class RenewingKeys implements JobHandler<RenewKeys> {
    private static final LocalTime HOUR = LocalTime.of(3, 30);

    private final CrossOrganization everybody;
    private final KeyRenewal renewal;
    private final CryptoSettings settings;
    private final Jobs jobs;
    private final InstantSource clock;

    RenewingKeys(
            CrossOrganization everybody,
            KeyRenewal renewal,
            CryptoSettings settings,
            Jobs jobs,
            InstantSource clock) {
        this.everybody = everybody;
        this.renewal = renewal;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            // A night that was missed waits still, and comes by itself.
            var today = today();
            enqueue(clock.instant().isBefore(hourOf(today)) ? today : today.plusDays(1));
        }
    }

    @Override
    public Class<RenewKeys> type() {
        return RenewKeys.class;
    }

    @Override
    public void handle(RenewKeys job) {
        enqueue(today().plusDays(1));
        begun().forEach(organization -> Tenancy.runAs(organization, renewal::resume));
        if (!settings.renewAfter().isZero()) {
            old().forEach(organization -> Tenancy.runAs(organization, renewal::begin));
        }
    }

    /** Whose older keys are still there, and who is not found by an index yet. */
    private List<OrganizationId> begun() {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                select organization_id from organization_key
                                where retiring_since is not null or not is_indexed order by 1
                                """)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .map(OrganizationId::new)
                        .toList());
    }

    private List<OrganizationId> old() {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                select organization_id from organization_key
                                where retiring_since is null and coalesce(renewed_at, created_at) < :before order by 1
                                """)
                        .param("before", clock.instant().minus(settings.renewAfter()))
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .map(OrganizationId::new)
                        .toList());
    }

    private void enqueue(LocalDate day) {
        jobs.enqueueAt(new RenewKeys(day), hourOf(day));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static java.time.Instant hourOf(LocalDate day) {
        return day.atTime(HOUR).toInstant(ZoneOffset.UTC);
    }
}
