package io.taros.followup;

import io.taros.conversation.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation went by mail.
 *
 * @param email where the last mail went
 * @param mailedSequence the place of the last reply that was mailed
 * @param failedAt when a mail was given up; none once another went out
 * @param stoppedAt when the visitor wanted no more of them
 * @param refused how many answers were not taken
 */
record MailThread(
        MailThread.Id id,
        Conversation.Id conversation,
        ReplySecret secret,
        @Nullable String email,
        long mailedSequence,
        @Nullable Instant mailedAt,
        @Nullable Instant failedAt,
        @Nullable Instant stoppedAt,
        int refused,
        Instant createdAt) {
    /** So long after the last mail an answer to it is taken. */
    static final Duration VALID = Duration.ofDays(30);

    record Id(UUID value) implements io.taros.platform.sql.Id {}

    boolean isOver(Instant now) {
        return mailedAt == null || mailedAt.plus(VALID).isBefore(now);
    }
}
