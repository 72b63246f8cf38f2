package io.taros.signon;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks, and says when to look again. Repeated after a crash it plans the same next time, so that
 * one domain is not looked for ever more often.
 */
@Component
@EnableConfigurationProperties(SignOnSettings.class)
class CheckingDomain implements JobHandler<CheckDomain> {
    private static final Duration SOON = Duration.ofMinutes(5);

    /** A record that is not there by then is not on its way; a button looks once more. */
    private static final Duration HOPE = Duration.ofDays(7);

    private final Domains domains;
    private final VerifyDomain verify;
    private final Jobs jobs;
    private final SignOnSettings settings;
    private final InstantSource clock;

    CheckingDomain(
            Domains domains,
            VerifyDomain verify,
            Jobs jobs,
            SignOnSettings settings,
            InstantSource clock) {
        this.domains = domains;
        this.verify = verify;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Class<CheckDomain> type() {
        return CheckDomain.class;
    }

    /** A domain that was removed is looked for no more. */
    @Override
    public void handle(CheckDomain job) {
        domains.find(job.domain()).ifPresent(verify::verify);
        domains.find(job.domain())
                .flatMap(domain -> next(domain, job.at()))
                .ifPresent(at ->
                        jobs.enqueueAt(new CheckDomain(job.organization(), job.domain(), at), at));
    }

    /** Ever more seldom while it is not proven, for records take their time; daily once it is. */
    Optional<Instant> next(Domain domain, Instant last) {
        if (domain.isVerified()) {
            return Optional.of(notPast(last.plus(settings.every()), settings.every()));
        }
        var waited = Duration.between(domain.addedAt(), last);
        if (waited.compareTo(HOPE) >= 0) {
            return Optional.of(notPast(last.plus(settings.every()), settings.every()))
                    .filter(_ -> domain.answer() == Domain.Answer.TAKEN);
        }
        var pause = waited.dividedBy(4);
        return Optional.of(notPast(last.plus(pause.compareTo(SOON) < 0 ? SOON : pause), SOON));
    }

    /** After a long rest once, not once for each time that was missed. */
    private Instant notPast(Instant planned, Duration pause) {
        var now = clock.instant();
        return planned.isBefore(now) ? now.plus(pause) : planned;
    }
}
