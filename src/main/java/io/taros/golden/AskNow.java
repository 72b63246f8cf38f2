package io.taros.golden;

import io.taros.answering.AnswerSink;
import io.taros.answering.Answering;
import io.taros.answering.Question;
import io.taros.bot.Bot;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks while somebody waits for the outcome, rather than in a job. */
@Component
public class AskNow {
    private final GoldenRuns runs;
    private final AskingGoldenQuestions asking;
    private final Answering answering;
    private final Ids ids;

    AskNow(GoldenRuns runs, AskingGoldenQuestions asking, Answering answering, Ids ids) {
        this.runs = runs;
        this.asking = asking;
        this.answering = answering;
        this.ids = ids;
    }

    /** What is on the bot's list, as a run like any other: its job finds everything done. */
    public List<GoldenResult> list(Bot bot) throws InterruptedException {
        var run = runs.start(bot.id());
        asking.handle(new AskGoldenQuestions(Tenancy.organization(), run.id()));
        return runs.results(runs.get(run.id()));
    }

    /** Questions from elsewhere, of which nothing is kept. */
    public List<GoldenResult> these(Bot bot, List<NewGoldenQuestion> questions) {
        return questions.stream().map(question -> ask(bot, question)).toList();
    }

    private GoldenResult ask(Bot bot, NewGoldenQuestion asked) {
        var answer = answering.answer(new Question(bot, asked.question()), AnswerSink.NONE);
        var grading = Grading.of(asked, answer);
        return new GoldenResult(
                new GoldenQuestion.Id(ids.next()),
                asked,
                grading.verdict(),
                grading.answer(),
                grading.failures());
    }
}
