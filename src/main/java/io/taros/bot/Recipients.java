package io.taros.bot;

import io.taros.platform.egress.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Hosts outside this installation that a question goes to.
 *
 * @param writer gets it with the passages found, to write the answer; absent where nobody writes
 * @param embedder gets it to compare it in meaning, as it got all that was taught; absent where
 *     that happens here
 * @param kept who would write if the organization let anything go there
 */
public record Recipients(@Nullable String writer, @Nullable String embedder, @Nullable Kept kept) {
    /** One that gets nothing, and why. */
    public record Kept(String host, Refusal why) {
        public String key() {
            return "platform.egress.refusal." + why.word();
        }
    }

    public Recipients(@Nullable String writer, @Nullable String embedder) {
        this(writer, embedder, null);
    }
}
