package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.search.KnowledgeTags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation about to begin, with the little that is kept about where it began.
 *
 * @param site the origin it belongs to; empty for our own pages and for programs
 * @param knowledgeTags what the page says of its visitors; what is no tag is left out
 */
public record NewConversation(
        Bot.Id bot,
        String language,
        @Nullable String pageUrl,
        @Nullable String browser,
        @Nullable String device,
        @Nullable String timeZone,
        String site,
        List<String> knowledgeTags) {
    public NewConversation {
        knowledgeTags = KnowledgeTags.fitting(knowledgeTags).values();
    }

    /** On no website in particular. */
    public NewConversation(
            Bot.Id bot,
            String language,
            @Nullable String pageUrl,
            @Nullable String browser,
            @Nullable String device,
            @Nullable String timeZone) {
        this(bot, language, pageUrl, browser, device, timeZone, "", List.of());
    }
}
