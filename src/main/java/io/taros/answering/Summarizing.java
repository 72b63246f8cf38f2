package io.taros.answering;

import io.taros.answering.model.ModelListener;
import io.taros.answering.model.ModelReply;
import io.taros.answering.model.Models;
import io.taros.bot.Bot;
import io.taros.platform.egress.Purpose;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Has a bot's model tell a person who takes over what a conversation is about. */
@Component
public class Summarizing {
    private final Models models;
    private final RandomGenerator random = new SecureRandom();

    public Summarizing(Models models) {
        this.models = models;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Written(Summary summary, String model) implements Outcome {}

        /** The bot has no model, or none that it may be sent to. */
        record NoModel() implements Outcome {}

        /**
         * @param isPassing whether it may go better later
         */
        record Failed(boolean isPassing) implements Outcome {}
    }

    /** Whether a model would be asked. */
    public boolean hasModel(Bot bot) {
        return models.endpoint(bot).isPresent();
    }

    /**
     * @param said from the first message on
     */
    public Outcome summarize(Bot bot, List<Turn> said) {
        var endpoint = models.endpoint(bot).orElse(null);
        if (endpoint == null) {
            return new Outcome.NoModel();
        }
        var fresh = AnswerPrompt.fresh(random);
        var prompt = fresh.summarizing(said, bot.language());
        var whole = new Whole();
        var written = models.write(endpoint, Purpose.SUMMARY, prompt, whole);
        return switch (written.reply()) {
            case ModelReply.Failed(var failure, var detail) ->
                    new Outcome.Failed(failure.isPassing());
            case ModelReply.Complete complete ->
                    WrittenSummary.read(
                                    whole.received.toString(),
                                    OutputFilter.forPrompt(
                                            fresh.canary(), prompt.system(), byVisitor(said)),
                                    bot.language())
                            .<Outcome>map(summary -> new Outcome.Written(summary, endpoint.model()))
                            // The same would be written again.
                            .orElseGet(() -> new Outcome.Failed(false));
        };
    }

    private static String byVisitor(List<Turn> said) {
        return said.stream()
                .filter(turn -> turn.speaker() == Turn.Speaker.VISITOR)
                .map(Turn::text)
                .collect(Collectors.joining("\n"));
    }

    private static final class Whole implements ModelListener {
        private static final int MAX_LENGTH = 4_000;

        private final StringBuilder received = new StringBuilder();

        @Override
        public boolean text(String piece) {
            received.append(piece);
            return received.length() <= MAX_LENGTH;
        }

        @Override
        public boolean startOver() {
            received.setLength(0);
            return true;
        }
    }
}
