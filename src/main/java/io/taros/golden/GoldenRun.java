package io.taros.golden;

import io.taros.bot.Bot;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All golden questions of a bot asked once.
 *
 * @param total how many questions there were when it began
 */
public record GoldenRun(
        GoldenRun.Id id,
        Bot.Id bot,
        Status status,
        int total,
        int passed,
        int failed,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Status {
        QUEUED,
        RUNNING,
        FINISHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isFinished() {
        return status == Status.FINISHED;
    }
}
