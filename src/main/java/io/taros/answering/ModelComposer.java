package io.taros.answering;

import io.taros.answering.Trace.CheckedSentence;
import io.taros.answering.Trace.Sent;
import io.taros.answering.model.Endpoint;
import io.taros.answering.model.ModelReply;
import io.taros.answering.model.Models;
import io.taros.answering.model.Prompt;
import io.taros.platform.egress.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Has a model write from the passages, and lets out only sentences that what they cite supports.
 */
final class ModelComposer {
    private final Models models;
    private final Grounding grounding;
    private final RandomGenerator random;

    ModelComposer(Models models, Grounding grounding, RandomGenerator random) {
        this.models = models;
        this.grounding = grounding;
        this.random = random;
    }

    /** Decides when a text is good enough to be read. */
    interface Gate {
        boolean opensFor(Draft soFar);
    }

    /** What came of asking a model; the sentences it wrote are reported either way. */
    sealed interface Outcome {
        List<CheckedSentence> sentences();

        record Written(Draft draft, List<CheckedSentence> sentences, String detail)
                implements Outcome {}

        /** Supported, but not reliable enough for the bot. */
        record TooWeak(Draft draft, List<CheckedSentence> sentences) implements Outcome {}

        /** The model says that the passages do not answer. */
        record Declined(List<CheckedSentence> sentences, Usage usage) implements Outcome {}

        record NothingSupported(List<CheckedSentence> sentences, Usage usage) implements Outcome {}

        record Failed(ModelReply.Failed reply, List<CheckedSentence> sentences)
                implements Outcome {}
    }

    record Composed(Outcome outcome, Sent sent) {}

    Composed compose(
            Endpoint endpoint, Question question, Material material, Gate gate, AnswerSink sink) {
        var fresh = AnswerPrompt.fresh(random);
        var prompt = fresh.answering(question, material);
        var checked =
                new CheckedText(
                        material,
                        grounding,
                        fresh.filter(question, prompt),
                        new Release(gate, sink));
        var written = models.write(endpoint, Purpose.ANSWER, prompt, checked);
        checked.finish();
        return new Composed(
                outcome(written.reply(), checked), sent(endpoint, fresh, written.sent()));
    }

    private static Outcome outcome(ModelReply reply, CheckedText checked) {
        return switch (reply) {
            case ModelReply.Complete(var usage) -> {
                if (checked.hasReleased()) {
                    yield new Outcome.Written(checked.draft(usage), checked.sentences(), "");
                }
                if (checked.isWritten()) {
                    yield new Outcome.TooWeak(checked.draft(usage), checked.sentences());
                }
                yield checked.isDeclined()
                        ? new Outcome.Declined(checked.sentences(), usage)
                        : new Outcome.NothingSupported(checked.sentences(), usage);
            }
            // What the visitor has already read stands on its own: each sentence of it was checked.
            case ModelReply.Failed failed ->
                    checked.hasReleased()
                            ? new Outcome.Written(
                                    checked.draft(Usage.NONE),
                                    checked.sentences(),
                                    describe(failed))
                            : new Outcome.Failed(failed, checked.sentences());
        };
    }

    static String describe(ModelReply.Failed failed) {
        return failed.failure().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + ": "
                + failed.detail();
    }

    static Sent sent(Endpoint endpoint, AnswerPrompt fresh, Prompt prompt) {
        return new Sent(
                endpoint.provider().name().toLowerCase(Locale.ROOT),
                endpoint.model(),
                endpoint.baseUrl().getHost(),
                fresh.shown(prompt.system()),
                fresh.shown(prompt.user()));
    }
}
