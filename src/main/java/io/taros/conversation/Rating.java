package io.taros.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's opinion.
 *
 * @param message the reply it is about; none when it is about the whole conversation
 * @param score from 1, bad, to 5, good; a thumb is 1 or 5
 */
public record Rating(
        Rating.Id id,
        Message.@Nullable Id message,
        int score,
        @Nullable String comment,
        Instant createdAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
