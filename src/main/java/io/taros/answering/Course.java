package io.taros.answering;

import io.taros.answering.Trace.Attempt;
import io.taros.answering.Trace.CheckedSentence;
import io.taros.answering.Trace.Found;
import io.taros.answering.Trace.Scoring;
import io.taros.answering.Trace.Sent;
import io.taros.answering.Trace.Standalone;
import io.taros.answering.Trace.Timing;
import io.taros.answering.Trace.Withheld;
import io.taros.answering.model.Models;
import io.taros.search.Hit;
import io.taros.search.Retrieval;
import io.taros.search.SentTexts;
import io.taros.search.WordsAlone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what happens while a question is answered. One per question, used by one thread. */
final class Course {
    private static final int EXCERPT = 600;

    private final Question question;
    private final String language;
    private final long begun = System.nanoTime();
    private long stepBegun = begun;

    private Calibration calibration = Calibration.NONE;
    private Standalone standalone;
    private Usage usage = Usage.NONE;
    private final List<Found> found = new ArrayList<>();
    private @Nullable WordsAlone wordsAlone;
    private Trace.@Nullable Foreign foreign;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<CheckedSentence> sentences = new ArrayList<>();
    private @Nullable Withheld withheld;
    private final List<Timing> timings = new ArrayList<>();

    Course(Question question, String language) {
        this.question = question;
        this.language = language;
        this.standalone = new Standalone(question.text(), Standalone.Method.UNCHANGED);
    }

    Question question() {
        return question;
    }

    String language() {
        return language;
    }

    String asked() {
        return standalone.text();
    }

    Usage usage() {
        return usage;
    }

    /** How scores of the bot are read while it answers this. */
    void calibrated(Calibration known) {
        calibration = known;
    }

    Calibration calibration() {
        return calibration;
    }

    void withheld(Draft draft) {
        withheld = new Withheld(draft.text(), draft.citations());
    }

    void understood(Standalone asked) {
        standalone = asked;
        step("understand");
    }

    void found(Retrieval retrieval, Material material) {
        for (var hit : retrieval.hits()) {
            found.add(found(hit, material.contains(hit.passage())));
        }
        wordsAlone = retrieval.wordsAlone();
        foreign = foreign(retrieval, material.foreignLanguages());
        if (retrieval.sent() != null) {
            sent.add(embedded(retrieval.sent()));
        }
        timings.add(new Timing("retrieve.embedding", retrieval.embedding()));
        timings.add(new Timing("retrieve.search", retrieval.search()));
        timings.add(new Timing("retrieve.reading", retrieval.reading()));
        step("retrieve");
    }

    /** Where the model that knows languages had no say, its silence is the reason. */
    private static Trace.@Nullable Foreign foreign(Retrieval retrieval, List<String> languages) {
        var isSilent = retrieval.isMultilingual() && retrieval.wordsAlone() != null;
        return languages.isEmpty() || isSilent
                ? null
                : new Trace.Foreign(languages, retrieval.isMultilingual());
    }

    private static Sent embedded(SentTexts texts) {
        return new Sent(
                texts.provider(),
                texts.model(),
                texts.host(),
                "",
                String.join("\n\n", texts.texts()));
    }

    private static Found found(Hit hit, boolean chosen) {
        var passage = hit.passage();
        var text = Material.words(passage);
        return new Found(
                passage.id(),
                passage.document(),
                passage.source(),
                passage.title(),
                passage.headingPath(),
                passage.url(),
                text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…",
                hit.score(),
                hit.features(),
                chosen);
    }

    /** Whether the question and what was found are in languages that nobody could compare. */
    boolean isStoppedByLanguage() {
        return foreign != null && !foreign.isCompared();
    }

    void tried(Composer composer, Attempt.Outcome outcome, String detail) {
        attempts.add(new Attempt(composer, outcome, detail));
    }

    /** The organization keeps it from a model. */
    void refused(Models.Refused refused) {
        tried(
                Composer.MODEL,
                Attempt.Outcome.NOT_ALLOWED,
                refused.endpoint().baseUrl().getHost() + ": " + refused.why().word());
    }

    void sent(Sent message) {
        sent.add(message);
    }

    void spent(Usage tokens) {
        usage = usage.plus(tokens);
    }

    void checked(List<CheckedSentence> more) {
        sentences.addAll(more);
    }

    private void step(String name) {
        var now = System.nanoTime();
        timings.add(new Timing(name, Duration.ofNanos(now - stepBegun)));
        stepBegun = now;
    }

    Trace trace(Scoring scoring, Answer.Why why) {
        step("write");
        timings.add(new Timing("total", Duration.ofNanos(System.nanoTime() - begun)));
        return new Trace(
                question.text(),
                language,
                standalone,
                found,
                wordsAlone,
                foreign,
                attempts,
                sent,
                sentences,
                withheld,
                scoring,
                why,
                timings);
    }
}
