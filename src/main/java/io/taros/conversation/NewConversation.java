package io.taros.conversation;

import io.taros.bot.Bot;
import org.jspecify.annotations.Nullable;

/**
 * A conversation about to begin, with the little that is kept about where it began.
 *
 * @param site the origin it belongs to; empty for our own pages and for programs
 */
public record NewConversation(
        Bot.Id bot,
        String language,
        @Nullable String pageUrl,
        @Nullable String browser,
        @Nullable String device,
        @Nullable String timeZone,
        String site) {
    /** On no website in particular. */
    public NewConversation(
            Bot.Id bot,
            String language,
            @Nullable String pageUrl,
            @Nullable String browser,
            @Nullable String device,
            @Nullable String timeZone) {
        this(bot, language, pageUrl, browser, device, timeZone, "");
    }
}
