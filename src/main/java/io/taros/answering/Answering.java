package io.taros.answering;

import io.taros.answering.Reliability.Reason;
import io.taros.answering.Trace.Attempt.Outcome;
import io.taros.answering.model.Endpoint;
import io.taros.answering.model.Models;
import io.taros.bot.Bot;
import io.taros.search.BotScope;
import io.taros.search.Hit;
import io.taros.search.LocalEmbedder;
import io.taros.search.RetrievalQuery;
import io.taros.search.Retriever;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The pipeline. A visitor never sees an error: each composer falls back to the next, and the last
 * word is an honest "not sure".
 */
@Component
public class Answering {
    private static final int LIMIT = 12;

    /**
     * A model is not asked where retrieval alone says that this share of the threshold is out of
     * reach.
     */
    private static final double WORTH_ASKING = 0.5;

    private final Retriever retriever;
    private final Models models;
    private final Appraiser appraiser;
    private final Rewriting rewriting;
    private final ExactComposer exactComposer;
    private final ModelComposer modelComposer;
    private final QuoteComposer quoteComposer;
    private final AskBack askBack;
    private final Calibrations calibrations;
    private final ReliabilityModel reliability = ReliabilityModel.load();

    public Answering(
            Retriever retriever,
            LocalEmbedder embedder,
            Models models,
            Calibrations calibrations,
            InstantSource clock) {
        var random = new SecureRandom();
        var closeness = new Closeness(embedder);
        this.appraiser = new Appraiser(closeness, clock);
        this.retriever = retriever;
        this.models = models;
        this.calibrations = calibrations;
        this.rewriting = new Rewriting(models, random);
        this.exactComposer = new ExactComposer(closeness);
        this.modelComposer = new ModelComposer(models, new Grounding(closeness), random);
        this.quoteComposer = new QuoteComposer(closeness);
        this.askBack = new AskBack();
    }

    public Answer answer(Question question, AnswerSink sink) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A question is never answered inside a transaction");
        }
        sink.status(AnswerSink.Status.UNDERSTANDING);
        var language = VisitorLanguage.of(question);
        var wish = Wish.of(question.text(), language);
        var course = new Course(question, wish.language() == null ? language : wish.language());
        return switch (wish.kind()) {
            case QUESTION -> search(course, sink);
            case PERSON -> handOver(course, sink);
            case GREETING -> courtesy(course, VisitorText.GREETING, sink);
            case THANKS -> courtesy(course, VisitorText.THANKS, sink);
            case FAREWELL -> courtesy(course, VisitorText.FAREWELL, sink);
            case LANGUAGE -> courtesy(course, VisitorText.LANGUAGE, sink);
        };
    }

    private Answer search(Course course, AnswerSink sink) {
        course.calibrated(calibrations.of(course.question().bot().id()));
        var material = find(course, sink);
        var best = material.best();
        if (best.isEmpty()) {
            return nothingFound(course, sink);
        }
        sink.status(AnswerSink.Status.WRITING);
        return compose(course, material, best.get(), sink);
    }

    private Material find(Course course, AnswerSink sink) {
        course.understood(rewriting.standalone(course, sink));
        sink.status(AnswerSink.Status.SEARCHING);
        var scope = new BotScope(course.question().bot().id().value());
        var question = course.question();
        var retrieval =
                retriever.retrieve(
                        new RetrievalQuery(
                                scope,
                                question.text(),
                                course.asked(),
                                question.answerBefore(),
                                course.language(),
                                LIMIT,
                                question.edition(),
                                question.tags()));
        var material = Material.of(course.asked(), course.language(), retrieval);
        course.found(retrieval, material);
        return material;
    }

    private Answer compose(Course course, Material material, Hit best, AnswerSink sink) {
        var exact = exactComposer.compose(course.question().text(), material);
        if (exact.isPresent()) {
            course.tried(Composer.EXACT, Outcome.USED, "");
            var signals = appraiser.signals(material, exact.get()).exact();
            return grounded(course, exact.get(), signals, emit(exact.get(), sink));
        }
        course.tried(Composer.EXACT, Outcome.NO_MATCH, "");
        var choice = models.choose(course.question().bot());
        if (choice.endpoint().isEmpty() && choice.refused().isEmpty()) {
            course.tried(Composer.MODEL, Outcome.NOT_CONFIGURED, "");
            return quote(course, material, best, sink);
        }
        if (!isWorthAsking(course, material, best)) {
            course.tried(
                    Composer.MODEL,
                    Outcome.NO_MATCH,
                    "what was found is too far from the question");
            return quote(course, material, best, sink);
        }
        models.noteRefused(choice.refused());
        choice.refused().forEach(refused -> course.refused(refused));
        return choice.endpoint().isPresent()
                ? model(course, choice.endpoint().get(), material, sink)
                : quote(course, material, best, sink);
    }

    private boolean isWorthAsking(Course course, Material material, Hit best) {
        var hopeful = appraiser.hopeful(material, best);
        return score(course, hopeful) >= WORTH_ASKING * threshold(course);
    }

    private double score(Course course, Signals signals) {
        return course.calibration().of(reliability.score(signals));
    }

    private Answer model(Course course, Endpoint endpoint, Material material, AnswerSink sink) {
        var composed = written(course, endpoint, material, sink);
        course.sent(composed.sent());
        course.checked(composed.outcome().sentences());
        var best = material.hits().getFirst();
        return switch (composed.outcome()) {
            case ModelComposer.Outcome.Written(var draft, var sentences, var detail) -> {
                course.tried(Composer.MODEL, Outcome.USED, detail);
                course.spent(draft.usage());
                yield grounded(course, draft, appraiser.signals(material, draft), sink);
            }
            case ModelComposer.Outcome.TooWeak(var draft, var sentences) -> {
                course.tried(
                        Composer.MODEL,
                        Outcome.NOTHING_SUPPORTED,
                        "the score stayed below the threshold");
                course.spent(draft.usage());
                yield withheld(course, material, draft, sink);
            }
            case ModelComposer.Outcome.Declined(var sentences, var usage) -> {
                course.tried(
                        Composer.MODEL,
                        Outcome.NO_MATCH,
                        "the model found no answer in the passages");
                course.spent(usage);
                yield unsupported(course, material, best, sink);
            }
            case ModelComposer.Outcome.NothingSupported(var sentences, var usage) -> {
                course.tried(Composer.MODEL, Outcome.NOTHING_SUPPORTED, "");
                course.spent(usage);
                yield quote(course, material, best, sink);
            }
            case ModelComposer.Outcome.Failed(var reply, var sentences) -> {
                course.tried(Composer.MODEL, Outcome.FAILED, ModelComposer.describe(reply));
                yield quote(course, material, best, sink);
            }
        };
    }

    /** Meanwhile others may search. */
    private ModelComposer.Composed written(
            Course course, Endpoint endpoint, Material material, AnswerSink sink) {
        var gate = new Gate(course, material);
        return sink.waiting(
                () -> modelComposer.compose(endpoint, course.question(), material, gate, sink));
    }

    private Answer quote(Course course, Material material, Hit best, AnswerSink sink) {
        var draft = quoteComposer.compose(material);
        if (draft.isEmpty()) {
            course.tried(Composer.QUOTE, Outcome.NO_MATCH, "");
            return unsupported(course, material, best, sink);
        }
        var signals = appraiser.signals(material, draft.get());
        if (score(course, signals) < threshold(course)) {
            course.tried(Composer.QUOTE, Outcome.NO_MATCH, "the score is below the threshold");
            return withheld(course, material, draft.get(), sink);
        }
        course.tried(Composer.QUOTE, Outcome.USED, "");
        var introduced = QuoteComposer.introduced(draft.get(), material);
        return grounded(course, introduced, signals, emit(introduced, sink));
    }

    private static double threshold(Course course) {
        return course.question().bot().threshold();
    }

    private static AnswerSink emit(Draft draft, AnswerSink sink) {
        sink.delta(draft.text());
        return sink;
    }

    private Answer grounded(Course course, Draft draft, Signals signals, AnswerSink sink) {
        var score = reliability.judge(signals, course.calibration());
        sink.sources(draft.citations());
        sink.score(score);
        var scoring = reliability.explain(signals, course.calibration(), threshold(course));
        var trace = course.trace(scoring, Answer.Why.RELIABLE);
        return new Answer.Grounded(
                draft.text(), course.language(), draft.citations(), score, course.usage(), trace);
    }

    private Answer nothingFound(Course course, AnswerSink sink) {
        var score = new Reliability(0, List.of(Reason.NOTHING_FOUND));
        var scoring = new Trace.Scoring(0, threshold(course), 0, List.of());
        return unanswered(course, score, course.trace(scoring, Answer.Why.NOTHING_FOUND), sink);
    }

    private Answer unsupported(Course course, Material material, Hit best, AnswerSink sink) {
        return unsure(
                course,
                material,
                Answer.Why.NOTHING_SUPPORTED,
                appraiser.weak(material, best),
                sink);
    }

    private Answer withheld(Course course, Material material, Draft draft, AnswerSink sink) {
        course.withheld(draft);
        var signals = appraiser.signals(material, draft);
        return unsure(course, material, Answer.Why.NOT_RELIABLE_ENOUGH, signals, sink);
    }

    /** Where something is close, the bot asks what was meant, but never twice running. */
    private Answer unsure(
            Course course, Material material, Answer.Why why, Signals signals, AnswerSink sink) {
        var question = course.question();
        var score = reliability.judge(signals, course.calibration());
        var scoring = reliability.explain(signals, course.calibration(), threshold(course));
        var choices =
                isClose(score, question.bot())
                        ? askBack.choices(course, material)
                        : List.<String>of();
        if (choices.isEmpty() || !question.mayAskBack()) {
            var again = !choices.isEmpty() && question.wasAskedBack();
            var reason = again ? Answer.Why.ASKED_BACK_BEFORE : stoppedBy(course, why);
            return unanswered(course, score, course.trace(scoring, reason), sink);
        }
        var words = choices.size() == 1 ? VisitorText.ASK_BACK_ONE : VisitorText.ASK_BACK;
        var text = words.in(course.language());
        sink.delta(text);
        sink.score(score);
        var trace = course.trace(scoring, Answer.Why.SOMETHING_CLOSE);
        return new Answer.AskedBack(text, course.language(), choices, score, course.usage(), trace);
    }

    /** Above the threshold it is clear what is meant, and all the same nothing answers it. */
    private static boolean isClose(Reliability score, Bot bot) {
        return score.score() < bot.threshold() && score.score() >= bot.askBackThreshold();
    }

    private static Answer.Why stoppedBy(Course course, Answer.Why why) {
        return course.isStoppedByLanguage() ? Answer.Why.OTHER_LANGUAGE : why;
    }

    private static Answer unanswered(
            Course course, Reliability score, Trace trace, AnswerSink sink) {
        var text = VisitorText.UNKNOWN.in(course.language());
        sink.delta(text);
        sink.score(score);
        return new Answer.Unanswered(text, course.language(), score, course.usage(), trace);
    }

    /** In the owner's words, where a manual answer is for exactly this wish. */
    private Answer handOver(Course course, AnswerSink sink) {
        var own = exactComposer.compose(course.question().text(), find(course, sink));
        var text = own.map(Draft::text).orElse(VisitorText.HANDOVER.in(course.language()));
        var score = new Reliability(1, List.of(Reason.PERSON_WANTED));
        sink.delta(text);
        sink.score(score);
        var scoring = ReliabilityModel.certain(threshold(course));
        var trace = course.trace(scoring, Answer.Why.PERSON_WANTED);
        return new Answer.HandoverRequested(text, course.language(), score, Usage.NONE, trace);
    }

    private Answer courtesy(Course course, VisitorText courtesy, AnswerSink sink) {
        var text = courtesy.in(course.language());
        var score = new Reliability(1, List.of(Reason.COURTESY));
        course.tried(Composer.COURTESY, Outcome.USED, "");
        sink.delta(text);
        sink.score(score);
        var scoring = ReliabilityModel.certain(threshold(course));
        var trace = course.trace(scoring, Answer.Why.COURTESY);
        return new Answer.Grounded(text, course.language(), List.of(), score, Usage.NONE, trace);
    }

    /** Whether a model's text so far is good enough for a visitor to begin reading. */
    private final class Gate implements ModelComposer.Gate {
        private final Course course;
        private final Material material;

        Gate(Course course, Material material) {
            this.course = course;
            this.material = material;
        }

        @Override
        public boolean opensFor(Draft soFar) {
            return score(course, appraiser.signals(material, soFar)) >= threshold(course);
        }
    }
}
