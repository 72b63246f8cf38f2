package io.taros.search;

import org.jspecify.annotations.Nullable;

/**
 * What passages are wanted for. A follow-up is searched for twice, as it was asked and made
 * standalone, because added words sometimes outvote its own; and passages close to the answer
 * before it are preferred.
 *
 * @param question as it was asked
 * @param standalone the same with what it leaned on; equal to the question when it leaned on
 *     nothing
 * @param answerBefore the bot's last answer in the conversation
 * @param language ISO 639-1, null to detect it
 * @param limit at most so many passages
 * @param edition of what the bot knows
 * @param tags of whoever asks
 */
public record RetrievalQuery(
        BotScope bot,
        String question,
        String standalone,
        @Nullable String answerBefore,
        @Nullable String language,
        int limit,
        Edition edition,
        KnowledgeTags tags) {

    /** Of somebody with no tags. */
    public RetrievalQuery(
            BotScope bot,
            String question,
            String standalone,
            @Nullable String answerBefore,
            @Nullable String language,
            int limit,
            Edition edition) {
        this(bot, question, standalone, answerBefore, language, limit, edition, KnowledgeTags.NONE);
    }

    /** For a first question of a visitor. */
    public RetrievalQuery(BotScope bot, String question, @Nullable String language, int limit) {
        this(bot, question, question, null, language, limit, Edition.PUBLISHED);
    }

    Reach reach() {
        return new Reach(bot, edition, tags);
    }
}
