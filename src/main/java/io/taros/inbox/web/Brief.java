package io.taros.inbox.web;

import io.taros.answering.Summary;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever takes a conversation over reads first.
 *
 * @param reason the key of the sentence that says why people were called
 * @param language the visitor's
 * @param written by the bot's model
 * @param picked what stands in its place without one
 * @param attempt how the model is doing
 */
public record Brief(
        UUID id,
        String query,
        @Nullable String reason,
        String language,
        @Nullable Written written,
        @Nullable Picked picked,
        Attempt attempt) {
    public enum Attempt {
        /** There is no model that could be asked. */
        IMPOSSIBLE,
        POSSIBLE,
        UNDER_WAY,
        FAILED
    }

    /**
     * @param isOld whether more was said since
     */
    public record Written(Summary summary, String model, Instant at, boolean isOld) {}

    /**
     * Picked out by rules.
     *
     * @param asked the visitor's last messages
     * @param quoted what the bot answered from
     * @param bar of its last reply
     */
    public record Picked(
            List<String> asked, List<SourceQuote> quoted, @Nullable ReliabilityBar bar) {
        public Picked {
            asked = List.copyOf(asked);
            quoted = List.copyOf(quoted);
        }
    }
}
