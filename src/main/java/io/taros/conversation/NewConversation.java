package io.taros.conversation;

import io.taros.bot.Bot;
import org.jspecify.annotations.Nullable;

/** A conversation about to begin, with the little that is kept about where it began. */
public record NewConversation(
        Bot.Id bot,
        String language,
        @Nullable String pageUrl,
        @Nullable String browser,
        @Nullable String device,
        @Nullable String timeZone) {}
