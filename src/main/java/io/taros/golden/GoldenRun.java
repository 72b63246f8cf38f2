package io.taros.golden;

import io.taros.bot.Bot;
import io.taros.search.Edition;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All golden questions of a bot asked once.
 *
 * @param edition of the bot that was asked
 * @param draft names the exact state of the draft that was asked; none if it was what is published
 * @param total how many questions there were when it began
 */
public record GoldenRun(
        GoldenRun.Id id,
        Bot.Id bot,
        Edition edition,
        @Nullable String draft,
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

    /** Whether every question was asked and got the answer it should. */
    public boolean hasPassed() {
        return isFinished() && failed == 0 && passed > 0;
    }

    public boolean isFinished() {
        return status == Status.FINISHED;
    }
}
