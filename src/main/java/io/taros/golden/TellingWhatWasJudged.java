package io.taros.golden;

import static java.util.Objects.requireNonNull;

import io.taros.answering.JudgedAnswer;
import io.taros.answering.JudgedAnswer.Kind;
import io.taros.answering.JudgedAnswers;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.search.Edition;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The latest run of what is published says how often the bot's scores are right. A draft says
 * nothing before it is published, and a run that could not ask everything says nothing at all.
 */
@Component
class TellingWhatWasJudged implements JobHandler<TellWhatWasJudged> {
    private final RunRows runs;
    private final ResultRows results;
    private final GoldenSeal seal;
    private final JudgedAnswers judged;
    private final Jobs jobs;

    TellingWhatWasJudged(
            RunRows runs, ResultRows results, GoldenSeal seal, JudgedAnswers judged, Jobs jobs) {
        this.runs = runs;
        this.results = results;
        this.seal = seal;
        this.judged = judged;
        this.jobs = jobs;
    }

    @EventListener
    void on(GoldenRunFinished finished) {
        jobs.enqueue(new TellWhatWasJudged(Tenancy.organization(), finished.run()));
    }

    @Override
    public Class<TellWhatWasJudged> type() {
        return TellWhatWasJudged.class;
    }

    @Override
    public void handle(TellWhatWasJudged job) {
        runs.find(job.run()).filter(this::isLatest).ifPresent(this::tell);
    }

    private boolean isLatest(GoldenRun run) {
        return run.isFinished()
                && runs.latest(run.bot(), Edition.PUBLISHED)
                        .filter(latest -> latest.id().equals(run.id()))
                        .isPresent();
    }

    private void tell(GoldenRun run) {
        var asked = results.list(run.id());
        var isWhole =
                asked.stream()
                        .allMatch(each -> seal.grading(each).filter(Grading::wasAsked).isPresent());
        if (isWhole) {
            judged.replace(
                    run.bot(),
                    Kind.GOLDEN,
                    asked.stream().flatMap(each -> judgedIn(each).stream()).toList());
        }
    }

    private List<JudgedAnswer> judgedIn(SealedResult result) {
        return seal.grading(result).map(Grading::judgement).stream()
                .map(one ->
                        JudgedAnswer.of(
                                Kind.GOLDEN,
                                result.questionId(),
                                requireNonNull(one).score(),
                                one.isRight()))
                .toList();
    }
}
