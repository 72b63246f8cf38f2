package io.taros;

import static io.taros.SampleViews.NOW;
import static io.taros.SampleViews.ONE_BOT;
import static io.taros.SampleViews.ROBIN;
import static io.taros.SampleViews.SECOND;
import static io.taros.SampleViews.TWO_BOTS;
import static io.taros.SampleViews.ago;

import io.taros.answering.Answer.Outcome;
import io.taros.bot.Bot;
import io.taros.golden.Change;
import io.taros.golden.Expectation;
import io.taros.golden.GoldenResult.Verdict;
import io.taros.golden.GoldenRun;
import io.taros.golden.NewGoldenQuestion;
import io.taros.golden.Night;
import io.taros.golden.Proposal;
import io.taros.golden.web.FromConversationPage;
import io.taros.golden.web.GoldenDraft;
import io.taros.golden.web.GoldenPage;
import io.taros.golden.web.GoldenPage.Dialogs;
import io.taros.golden.web.GoldenPage.Open;
import io.taros.golden.web.GoldenPage.Row;
import io.taros.golden.web.GoldenQuestionPage;
import io.taros.golden.web.NightPage;
import io.taros.golden.web.NightPage.Mailing;
import io.taros.golden.web.ProposalsPage;
import io.taros.golden.web.RunPage;
import io.taros.golden.web.RunReport;
import io.taros.golden.web.RunReport.Changed;
import io.taros.golden.web.RunReport.Failing;
import io.taros.golden.web.RunReport.Place;
import io.taros.golden.web.RunReport.Shown;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.MarkedText;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import io.taros.search.Edition;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Golden questions: none, many, being asked, failing, changed. */
final class SampleGolden {
    private static final String LONG =
            "I bought a jumper in the boathouse in August, washed it twice as the label says, and now the left sleeve is longer than the right one; can I still return it?";

    private SampleGolden() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put(
                "golden-empty", new GoldenPage(ONE_BOT, null, List.of(), null, null, 0, dialogs()));
        views.put(
                "golden",
                new GoldenPage(TWO_BOTS, finished(), rows(), "cursor", night(), 212, dialogs()));
        views.put(
                "golden-running",
                new GoldenPage(ONE_BOT, running(), rows(), null, null, 1, dialogs()));
        views.put(
                "golden-passed",
                new GoldenPage(ONE_BOT, passed(), rows(), null, night(), 12, dialogs()));
        views.put(
                "golden-wrong",
                new GoldenPage(
                        ONE_BOT,
                        null,
                        List.of(),
                        null,
                        null,
                        0,
                        Dialogs.add(
                                draft(
                                        FormErrors.NONE
                                                .text("question", "golden.input.twice")
                                                .text("expectation", "golden.input.no-answer")
                                                .text("required", "golden.input.facts", 20)
                                                .text("source", "golden.input.source-long", 9)))));
        views.put(
                "golden-import-wrong",
                new GoldenPage(
                        ONE_BOT,
                        null,
                        rows(),
                        null,
                        null,
                        0,
                        Dialogs.file(FormErrors.NONE.text("file", "golden.file.none"))));
        views.put("golden-run", running());
        views.put(
                "golden-question",
                new GoldenQuestionPage(ROBIN, SECOND, LONG, draft(FormErrors.NONE)));
        views.put("golden-from", fromConversation(FormErrors.NONE));
        views.put(
                "golden-from-wrong",
                fromConversation(FormErrors.NONE.text("question", "golden.input.twice")));
        views.put("golden-night", nightly(Mailing.ON, FormErrors.NONE));
        views.put(
                "golden-night-wrong",
                nightly(Mailing.OFF, FormErrors.NONE.text("time", "golden.input.time")));
        views.put("golden-run-page", new RunPage(finished()));
        views.put("golden-proposals", proposals(FormErrors.NONE));
        views.put(
                "golden-proposals-wrong",
                proposals(FormErrors.NONE.text("chosen", "golden.input.chosen-gone")));
        views.put(
                "golden-proposals-none",
                new ProposalsPage(TWO_BOTS, List.of(), Set.of(), FormErrors.NONE));
        return views;
    }

    private static NightPage nightly(Mailing mailing, FormErrors errors) {
        return new NightPage(
                TWO_BOTS,
                new NightPage.Draft(true, "03:00", true, errors),
                "Central European Time",
                NOW,
                mailing);
    }

    private static Night night() {
        return new Night(new Bot.Id(ROBIN), LocalTime.of(3, 0), NOW, null);
    }

    private static ProposalsPage proposals(FormErrors errors) {
        return new ProposalsPage(
                ONE_BOT,
                List.of(
                        proposal(
                                Proposal.Origin.PAIR,
                                "How long can I return an item?",
                                List.of("30 days", "12 March 2027", "49,95 kr"),
                                "How long can I return an item?"),
                        proposal(Proposal.Origin.PAIR, LONG, List.of(), LONG),
                        proposal(
                                Proposal.Origin.HEADING,
                                "What does delivery to Norway cost?",
                                List.of(),
                                "https://www.fjordthread.example/customer-service/shipping-and-delivery/outside-the-european-union")),
                Set.of("b"),
                errors);
    }

    private static Proposal proposal(
            Proposal.Origin origin, String question, List<String> required, String source) {
        return new Proposal(
                question.equals(LONG) ? "b" : "a",
                origin,
                new NewGoldenQuestion(
                        question, Expectation.of("answer", required, List.of(), source)));
    }

    private static FromConversationPage fromConversation(FormErrors errors) {
        return new FromConversationPage(
                ROBIN,
                SECOND,
                LONG,
                new FromConversationPage.Reply(
                        MarkedText.of(
                                "You can return anything unworn within thirty days. [1] <script>alert(1)</script>"),
                        quotes()),
                draft(errors));
    }

    private static Dialogs dialogs() {
        return Dialogs.open(Open.NOTHING);
    }

    private static GoldenDraft draft(FormErrors errors) {
        return new GoldenDraft(LONG, "answer", "30 days\nunworn", "<script>alert(1)", "", errors);
    }

    private static List<Row> rows() {
        return List.of(
                row(
                        "How long does delivery to Germany take?",
                        Expectation.of(
                                "answer",
                                List.of("three to five working days"),
                                List.of("one day", "tomorrow"),
                                "https://www.fjordthread.example/shipping-and-delivery"),
                        Verdict.PASSED),
                row(LONG, Expectation.of("answer", List.of("faulty"), List.of(), null), null),
                row(
                        "Who will win the election?",
                        Expectation.of("no_answer", List.of(), List.of(), null),
                        Verdict.FAILED),
                row(
                        "Do you repair moth holes?",
                        Expectation.of("answer", List.of(), List.of(), "Repairs"),
                        Verdict.WAITING));
    }

    private static Row row(String question, Expectation expectation, Verdict verdict) {
        return new Row(UUID.randomUUID(), question, expectation, verdict);
    }

    private static RunReport running() {
        return new RunReport(
                run(GoldenRun.Status.RUNNING, 41, 3), Place.BY_ITSELF, List.of(), null, List.of());
    }

    private static RunReport passed() {
        return new RunReport(
                run(GoldenRun.Status.FINISHED, 120, 0),
                Place.ON_ITS_PAGE,
                List.of(),
                ago(Duration.ofDays(1)),
                List.of());
    }

    private static RunReport finished() {
        var failing =
                List.of(
                        new Failing(
                                UUID.randomUUID(),
                                "Who will win the election?",
                                List.of("It must not be answered, but was."),
                                answer(0.54),
                                true),
                        new Failing(
                                UUID.randomUUID(),
                                LONG,
                                List.of(
                                        "The answer does not say “faulty”.",
                                        "The answer does not cite “Returns and exchanges”."),
                                null,
                                false));
        var changed =
                List.of(
                        new Changed(
                                LONG,
                                Verdict.PASSED,
                                answer(0.91),
                                Verdict.FAILED,
                                answer(0.54),
                                EnumSet.allOf(Change.What.class)),
                        new Changed(
                                "Who will win the election?",
                                Verdict.PASSED,
                                new Shown(
                                        Outcome.UNANSWERED,
                                        "I am not sure about that.",
                                        "en",
                                        null,
                                        List.of(),
                                        List.of("Who are you?", "Returns and exchanges")),
                                Verdict.FAILED,
                                null,
                                Set.of(Change.What.ANSWER)));
        return new RunReport(
                run(GoldenRun.Status.FINISHED, 118, 2),
                Place.ON_ITS_PAGE,
                failing,
                ago(Duration.ofDays(1)),
                changed);
    }

    private static Shown answer(double score) {
        return new Shown(
                Outcome.ANSWERED,
                "You can return anything unworn within thirty days. [1] <script>alert(1)</script>",
                "en",
                new ReliabilityBar(score, ReliabilityBar.Word.GOOD, List.of()),
                quotes(),
                List.of());
    }

    private static List<SourceQuote> quotes() {
        return List.of(
                SourceQuote.of(
                        1,
                        "Returns and exchanges",
                        "https://www.fjordthread.example/returns",
                        "You can return anything unworn within thirty days of the day it arrived."));
    }

    static RunReport onDraft() {
        var report = finished();
        var run = report.run();
        return new RunReport(
                new GoldenRun(
                        run.id(),
                        run.bot(),
                        Edition.DRAFT,
                        "a draft",
                        run.status(),
                        run.total(),
                        run.passed(),
                        run.failed(),
                        run.createdAt(),
                        run.startedAt(),
                        run.finishedAt()),
                Place.ON_ITS_PAGE,
                report.failing(),
                report.comparedWith(),
                report.changed());
    }

    private static GoldenRun run(GoldenRun.Status status, int passed, int failed) {
        var isFinished = status == GoldenRun.Status.FINISHED;
        return new GoldenRun(
                new GoldenRun.Id(UUID.randomUUID()),
                new Bot.Id(ROBIN),
                Edition.PUBLISHED,
                null,
                status,
                120,
                passed,
                failed,
                NOW,
                NOW,
                isFinished ? ago(Duration.ofMinutes(4)) : null);
    }
}
