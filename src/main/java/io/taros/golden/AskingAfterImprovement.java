package io.taros.golden;

import io.taros.improve.AnswerImproved;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An answer that was improved may have made others worse: the bot's golden questions are asked as
 * soon as it can be found. One that waits in a draft is asked with the draft, by who publishes it.
 */
@Component
class AskingAfterImprovement implements JobHandler<AskAfterImprovement> {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Ten minutes; afterwards somebody has to start the run. */
    private static final int ATTEMPTS = 300;

    private final Sources sources;
    private final GoldenQuestions questions;
    private final GoldenRuns runs;
    private final Jobs jobs;
    private final InstantSource clock;

    AskingAfterImprovement(
            Sources sources,
            GoldenQuestions questions,
            GoldenRuns runs,
            Jobs jobs,
            InstantSource clock) {
        this.sources = sources;
        this.questions = questions;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(AnswerImproved improved) {
        jobs.enqueue(
                new AskAfterImprovement(
                        Tenancy.organization(), improved.bot(), improved.source(), 0));
    }

    @Override
    public Class<AskAfterImprovement> type() {
        return AskAfterImprovement.class;
    }

    @Override
    public void handle(AskAfterImprovement job) {
        var found = sources.find(job.source());
        if (found.isEmpty() || questions.list(job.bot()).isEmpty()) {
            return;
        }
        var source = found.get();
        var isPublished = source.standing() == Source.Standing.PUBLISHED;
        if (!isPublished || source.status() == Source.Status.FAILED) {
            return;
        }
        if (source.status() != Source.Status.READY || !started(job)) {
            later(job);
        }
    }

    /** Another run of the bot may be going on. */
    private boolean started(AskAfterImprovement job) {
        try {
            runs.start(job.bot());
            return true;
        } catch (Conflict anotherGoesOn) {
            return false;
        }
    }

    private void later(AskAfterImprovement job) {
        if (job.attempt() < ATTEMPTS) {
            jobs.enqueueAt(job.again(), clock.instant().plus(PAUSE));
        }
    }
}
