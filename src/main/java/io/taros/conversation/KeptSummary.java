package io.taros.conversation;

import io.taros.answering.Summary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a model wrote of a conversation for whoever takes it over.
 *
 * @param status of the last attempt
 * @param written the last that came to something
 */
public record KeptSummary(KeptSummary.Id id, Status status, @Nullable Written written) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Status {
        BEGUN,
        WRITTEN,
        FAILED
    }

    /**
     * @param sequence the place of the last message it tells of
     */
    public record Written(Summary summary, String model, long sequence, Instant at) {}
}
