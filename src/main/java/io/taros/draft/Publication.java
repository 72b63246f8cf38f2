package io.taros.draft;

import io.taros.bot.Bot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a draft was published.
 *
 * @param reason why although it had not passed; none if it had, or did not have to
 */
public record Publication(
        Publication.Id id, Bot.Id bot, @Nullable String reason, Instant publishedAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
