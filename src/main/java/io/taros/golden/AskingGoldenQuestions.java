package io.taros.golden;

import io.taros.answering.AnswerSink;
import io.taros.answering.Answering;
import io.taros.answering.Question;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.platform.jobs.JobHandler;
import io.taros.search.Edition;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks through the same door as a visitor without history. A run that was cut off goes on with what
 * has no verdict yet.
 */
@Component
class AskingGoldenQuestions implements JobHandler<AskGoldenQuestions> {
    private final RunRows runs;
    private final ResultRows results;
    private final GoldenSeal seal;
    private final Bots bots;
    private final Answering answering;

    AskingGoldenQuestions(
            RunRows runs, ResultRows results, GoldenSeal seal, Bots bots, Answering answering) {
        this.runs = runs;
        this.results = results;
        this.seal = seal;
        this.bots = bots;
        this.answering = answering;
    }

    @Override
    public Class<AskGoldenQuestions> type() {
        return AskGoldenQuestions.class;
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public void handle(AskGoldenQuestions job) throws InterruptedException {
        var run = runs.find(job.run());
        if (run.isEmpty() || run.get().isFinished()) {
            return;
        }
        var bot =
                switch (run.get().edition()) {
                    case PUBLISHED -> bots.find(run.get().bot());
                    case DRAFT -> bots.findInDraft(run.get().bot());
                };
        if (bot.isEmpty()) {
            return;
        }
        runs.begin(job.run());
        for (var waiting : results.waiting(job.run())) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            ask(bot.get(), run.get().edition(), waiting);
        }
        runs.finish(run.get(), GoldenRuns.KEPT);
    }

    /** What was not asked has not passed, and the next run must not be kept waiting. */
    @Override
    public void exhausted(AskGoldenQuestions job, Throwable cause) {
        for (var waiting : results.waiting(job.run())) {
            grade(waiting, Grading.NOT_ASKED);
        }
        runs.find(job.run()).ifPresent(run -> runs.finish(run, GoldenRuns.KEPT));
    }

    private void ask(Bot bot, Edition edition, SealedResult waiting) {
        var asked = seal.open(waiting).asked();
        var question = new Question(bot, asked.question(), List.of(), null, edition);
        var answer = answering.answer(question, AnswerSink.NONE);
        grade(waiting, Grading.of(asked, answer));
    }

    private void grade(SealedResult waiting, Grading grading) {
        var sealed = seal.closeGrading(waiting.runId(), waiting.questionId(), grading);
        results.grade(waiting.runId(), waiting.questionId(), grading.verdict(), sealed);
    }
}
