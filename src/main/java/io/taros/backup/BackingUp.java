package io.taros.backup;

import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Every night on one node, while it serves: after what is over was removed and keys were renewed.
 * Old ones go first, whatever becomes of the new one.
 */
@Component
class BackingUp implements JobHandler<BackUp> {
    private static final Logger LOG = LoggerFactory.getLogger(BackingUp.class);
    private static final LocalTime HOUR = LocalTime.of(4, 30);

    private final NightlyFiles files;
    private final MakeBackup backups;
    private final Jobs jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    BackingUp(
            NightlyFiles files,
            MakeBackup backups,
            Jobs jobs,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.files = files;
        this.backups = backups;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (files.directory().isPresent()
                && ready.getApplicationContext() instanceof WebServerApplicationContext) {
            // A night that was missed waits still, and comes by itself.
            enqueue(clock.instant().isBefore(hourOf(today())) ? today() : today().plusDays(1));
        }
    }

    @Override
    public Class<BackUp> type() {
        return BackUp.class;
    }

    @Override
    public void handle(BackUp job) throws IOException {
        var directory = files.directory();
        if (directory.isEmpty()) {
            return;
        }
        enqueue(today().plusDays(1));
        files.dropOld();
        Files.createDirectories(directory.get());
        var made =
                Tenancy.callAs(
                        OrganizationId.INSTALLATION,
                        () -> backups.make(files.next(directory.get())));
        LOG.info("Backup {} holds {} rows and {} files", made.id(), made.rows(), made.files());
    }

    @Override
    public void exhausted(BackUp job, Throwable cause) {
        LOG.error("No backup could be made on {}", job.day(), cause);
        Tenancy.runAs(OrganizationId.INSTALLATION, () -> audit.record(BackupAction.FAILED));
        events.publishEvent(new BackupFailed(job.day()));
    }

    private void enqueue(LocalDate day) {
        jobs.enqueueAt(new BackUp(day), hourOf(day));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant hourOf(LocalDate day) {
        return day.atTime(HOUR).toInstant(ZoneOffset.UTC);
    }
}
