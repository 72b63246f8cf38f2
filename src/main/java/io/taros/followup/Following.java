package io.taros.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether replies in a conversation follow its visitor by mail, for those who write them.
 *
 * @param email where they go; absent where they do not
 * @param mailedAt when the last one went
 * @param isFailing whether one after that was given up
 * @param refused how many answers by mail were not taken
 */
public record Following(
        Following.Way way,
        @Nullable String email,
        @Nullable Instant mailedAt,
        boolean isFailing,
        int refused) {
    public enum Way {
        /** This installation sends no mail. */
        NO_MAIL,
        NO_ADDRESS,
        /** The visitor wants no more. */
        STOPPED,
        /** Mail goes out, and answers to it are not read. */
        ONE_WAY,
        BOTH_WAYS
    }
}
