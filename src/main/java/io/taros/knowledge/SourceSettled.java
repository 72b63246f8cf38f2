package io.taros.knowledge;

import io.taros.bot.Bot;
import org.jspecify.annotations.Nullable;

/**
 * A source that was being read is ready, or failed.
 *
 * @param problem what went wrong, in a word of a closed list; absent where it is ready
 */
public record SourceSettled(Source.Id source, Bot.Id bot, @Nullable String problem) {
    public boolean isReady() {
        return problem == null;
    }
}
