package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks bots their golden questions every night. Each night's job starts the run and enqueues the
 * next night's; after a downtime the night that was missed comes at the start. One that falls into
 * another run of the bot, finds nothing to ask, or meets an organization that is not served, is
 * left out.
 */
@Component
public class Nights implements JobHandler<AskAtNight> {
    private final NightRows rows;
    private final GoldenRuns runs;
    private final Bots bots;
    private final Organizations organizations;
    private final Standing standing;
    private final Jobs jobs;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    Nights(
            NightRows rows,
            GoldenRuns runs,
            Bots bots,
            Organizations organizations,
            Standing standing,
            Jobs jobs,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.runs = runs;
        this.bots = bots;
        this.organizations = organizations;
        this.standing = standing;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    public Optional<Night> find(Bot.Id bot) {
        return rows.find(bot);
    }

    /** Whose clock a night goes by. */
    public ZoneId zone() {
        return organizations.get().timeZone();
    }

    public void set(Bot.Id bot, LocalTime time) {
        var owner = bots.get(bot).id();
        var before = rows.find(owner);
        if (before.filter(night -> night.time().equals(time)).isPresent()) {
            return;
        }
        var next = next(time);
        transactions.executeWithoutResult(status -> {
            before.ifPresent(this::cancel);
            rows.put(owner, time, next);
            jobs.enqueueAt(job(owner, next), next);
            audit.record(GoldenAction.NIGHT_SET, owner);
        });
    }

    public void end(Bot.Id bot) {
        var owner = bots.get(bot).id();
        rows.find(owner)
                .ifPresent(night ->
                        transactions.executeWithoutResult(status -> {
                            cancel(night);
                            rows.remove(owner);
                            audit.record(GoldenAction.NIGHT_ENDED, owner);
                        }));
    }

    @Override
    public Class<AskAtNight> type() {
        return AskAtNight.class;
    }

    @Override
    public void handle(AskAtNight job) {
        var night = rows.find(job.bot()).filter(found -> found.nextAt().equals(job.night()));
        if (night.isEmpty()) {
            return;
        }
        if (!standing.isServed()) {
            transactions.executeWithoutResult(status -> turn(night.get(), null));
            return;
        }
        try {
            runs.start(job.bot(), run -> turn(night.get(), run));
        } catch (Conflict leftOut) {
            transactions.executeWithoutResult(status -> turn(night.get(), null));
        }
    }

    /** A night that could not be begun is not the end of all others. */
    @Override
    public void exhausted(AskAtNight job, Throwable cause) {
        rows.find(job.bot())
                .filter(found -> found.nextAt().equals(job.night()))
                .ifPresent(night -> transactions.executeWithoutResult(status -> turn(night, null)));
    }

    private void turn(Night night, GoldenRun.@Nullable Id run) {
        var next = next(night.time());
        if (rows.turn(night, next, run)) {
            jobs.enqueueAt(job(night.bot(), next), next);
        }
    }

    private Instant next(LocalTime time) {
        return Night.next(time, zone(), clock.instant());
    }

    private void cancel(Night night) {
        jobs.cancel(job(night.bot(), night.nextAt()));
    }

    private static AskAtNight job(Bot.Id bot, Instant night) {
        return new AskAtNight(Tenancy.organization(), bot, night);
    }
}
