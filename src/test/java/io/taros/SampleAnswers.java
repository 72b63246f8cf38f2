package io.taros;

import static io.taros.SampleViews.ONE_BOT;

import io.taros.answering.Answer;
import io.taros.answering.Calibration;
import io.taros.answering.Composer;
import io.taros.answering.JudgedAnswer;
import io.taros.answering.JudgedAnswers;
import io.taros.answering.Reliability;
import io.taros.answering.Trace;
import io.taros.answering.Trace.Attempt;
import io.taros.answering.Turn;
import io.taros.answering.Usage;
import io.taros.answering.web.CalibrationPage;
import io.taros.answering.web.PlaygroundPage;
import io.taros.answering.web.WhyThisAnswer;
import io.taros.bot.Recipients;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.View;
import io.taros.search.DocumentId;
import io.taros.search.Edition;
import io.taros.search.HitFeatures;
import io.taros.search.PassageId;
import io.taros.search.WordsAlone;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class SampleAnswers {
    private static final List<String> SUGGESTIONS =
            List.of("How long is delivery?", "Can I return a washed jumper?", "When are you open?");

    private SampleAnswers() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        views.put("playground-empty", page(null, List.of(), FormErrors.NONE));
        views.put("playground", page(why(), history(), FormErrors.NONE));
        views.put(
                "playground-wrong",
                page(null, List.of(), FormErrors.NONE.required("question", "")));
        views.put("playground-unanswered", page(nothing(), List.of(), FormErrors.NONE));
        views.put("calibration-empty", calibration(Calibration.NONE, List.of()));
        views.put("calibration", calibration(new Calibration(-0.84, 0.91, 229), tallies()));
        views.put(
                "calibration-unchanged",
                calibration(
                        new Calibration(0, 1, 6),
                        List.of(new JudgedAnswers.Tally(JudgedAnswer.Kind.RATING, 6, 4))));
        views.put("playground-asked-back", page(askedBack(), List.of(), FormErrors.NONE));
        views.put("why", why());
        return views;
    }

    private static PlaygroundPage page(WhyThisAnswer why, List<Turn> history, FormErrors errors) {
        return new PlaygroundPage(
                ONE_BOT,
                "",
                history,
                SUGGESTIONS,
                history.isEmpty() ? null : Edition.DRAFT,
                history.isEmpty() ? "" : "pro, eu",
                new Recipients(why == null ? null : "api.mistral.ai", null),
                why,
                errors);
    }

    private static CalibrationPage calibration(
            Calibration calibration, List<JudgedAnswers.Tally> tallies) {
        return new CalibrationPage(SampleViews.TWO_BOTS, calibration, tallies);
    }

    private static List<JudgedAnswers.Tally> tallies() {
        return List.of(
                new JudgedAnswers.Tally(JudgedAnswer.Kind.GOLDEN, 84, 47),
                new JudgedAnswers.Tally(JudgedAnswer.Kind.IMPROVEMENT, 9, 2),
                new JudgedAnswers.Tally(JudgedAnswer.Kind.RATING, 136, 91));
    }

    private static List<Turn> history() {
        return List.of(
                new Turn(Turn.Speaker.VISITOR, "Do you deliver abroad?"),
                new Turn(
                        Turn.Speaker.BOT, "Yes, to all of the EU, Norway and the United Kingdom."));
    }

    private static WhyThisAnswer why() {
        var answer =
                new Answer.Grounded(
                        "Within Denmark a parcel takes one to three working days. [1] Orders placed"
                                + " before noon leave the same day. [1][2]",
                        "en",
                        List.of(),
                        new Reliability(0.91, List.of()),
                        new Usage(812, 64),
                        trace(Answer.Why.RELIABLE, found()));
        return new WhyThisAnswer(
                answer, SampleViews.bar(0.91, ReliabilityBar.Word.SOLID), SampleViews.quotes());
    }

    private static WhyThisAnswer nothing() {
        var answer =
                new Answer.Unanswered(
                        "I am not sure about that. Would you like to talk to a person?",
                        "en",
                        new Reliability(0.08, List.of()),
                        Usage.NONE,
                        new Trace(
                                "What is the meaning of it all?",
                                "en",
                                new Trace.Standalone(
                                        "What is the meaning of it all?",
                                        Trace.Standalone.Method.UNCHANGED),
                                List.of(),
                                new WordsAlone(WordsAlone.Cause.NOT_EMBEDDED, "HTTP 503"),
                                new Trace.Foreign(List.of("da", "sv"), false),
                                List.of(new Attempt(Composer.EXACT, Attempt.Outcome.NO_MATCH, "")),
                                List.of(),
                                List.of(),
                                null,
                                new Trace.Scoring(0.08, 0.5, -3, List.of()),
                                Answer.Why.NOTHING_FOUND,
                                List.of(new Trace.Timing("total", Duration.ofMillis(31)))));
        return new WhyThisAnswer(
                answer, new ReliabilityBar(0.08, ReliabilityBar.Word.GUESS, List.of()), List.of());
    }

    private static WhyThisAnswer askedBack() {
        var answer =
                new Answer.AskedBack(
                        "I am not sure what you mean. Did you mean one of these? If not, put it in other"
                                + " words or talk to a person.",
                        "en",
                        List.of(
                                "Can I return a jumper that was washed by mistake and has become too small for me"
                                        + " but fits my sister?",
                                "Returns and exchanges: Faulty goods",
                                "Caring for wool"),
                        new Reliability(0.34, List.of(), new Reliability.Adjusted(0.55, 229)),
                        Usage.NONE,
                        trace(Answer.Why.SOMETHING_CLOSE, found()));
        return new WhyThisAnswer(
                answer,
                new ReliabilityBar(
                        0.34,
                        ReliabilityBar.Word.WEAK,
                        List.of(
                                new ReliabilityBar.Reason(
                                        false,
                                        "The passage does not mention everything that was asked about."),
                                new ReliabilityBar.Reason(
                                        false, "Several documents fit about equally well."))),
                List.of());
    }

    private static Trace trace(Answer.Why why, List<Trace.Found> found) {
        return new Trace(
                "How long does it take to Bornholm?",
                "en",
                new Trace.Standalone(
                        "How long does delivery to Bornholm take?",
                        Trace.Standalone.Method.REWRITTEN),
                found,
                null,
                null,
                List.of(
                        new Attempt(Composer.EXACT, Attempt.Outcome.NO_MATCH, ""),
                        new Attempt(Composer.MODEL, Attempt.Outcome.USED, "")),
                List.of(
                        new Trace.Sent(
                                "MISTRAL",
                                "mistral-small-latest",
                                "api.mistral.ai",
                                "You write the answers of a support assistant.",
                                "<passage 1> Shipping and delivery …")),
                List.of(
                        new Trace.CheckedSentence(
                                "Within Denmark a parcel takes one to three working days.",
                                List.of(1),
                                0.96,
                                true,
                                null),
                        new Trace.CheckedSentence(
                                "Orders placed before noon leave the same day.",
                                List.of(1, 2),
                                0.82,
                                true,
                                null),
                        new Trace.CheckedSentence(
                                "Delivery on Sundays is free.",
                                List.of(1),
                                0.12,
                                false,
                                "No passage says so.")),
                null,
                new Trace.Scoring(
                        0.91,
                        0.5,
                        -2.4,
                        List.of(
                                new Trace.Contribution("support", 0.91, 2.6),
                                new Trace.Contribution("coverage", 0.8, 1.9),
                                new Trace.Contribution("margin", -0.2, 1.1))),
                why,
                List.of(
                        new Trace.Timing("understand", Duration.ofMillis(212)),
                        new Trace.Timing("retrieve", Duration.ofMillis(38)),
                        new Trace.Timing("write", Duration.ofMillis(1_204)),
                        new Trace.Timing("total", Duration.ofMillis(1_460))));
    }

    private static List<Trace.Found> found() {
        return List.of(
                found("Shipping and delivery", "Within Denmark", 0.92, true),
                found("Shipping and delivery", "Same-day dispatch", 0.81, true),
                found("Fragt og levering", "Bornholm og småøer", 0.44, false),
                found("Returns and exchanges", "", 0.31, false),
                found("Opening hours", "", 0.12, false));
    }

    private static Trace.Found found(String title, String heading, double score, boolean chosen) {
        return new Trace.Found(
                new PassageId(UUID.randomUUID()),
                new DocumentId(UUID.randomUUID()),
                UUID.randomUUID(),
                title,
                heading,
                "https://www.fjordthread.example/shipping",
                "Within Denmark a parcel takes one to three working days from the moment it leaves"
                        + " the boathouse. You get a message with a number as soon as it does, and"
                        + " another one on the morning it arrives.",
                score,
                new HitFeatures(score, 0.5, score * 0.9, score * 0.8, 0.3, 0.9, 0.2, 0.3, 1, 1, 1),
                chosen);
    }
}
