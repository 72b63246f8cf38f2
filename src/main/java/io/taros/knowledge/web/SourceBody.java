package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.bot.Bot;
import io.taros.knowledge.NewSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source as JSON.
 *
 * @param type website, sitemap, text, qa or api
 * @param rightsConfirmed whoever uses the API confirms with every call that the content may be
 *     used; false says that it may not
 */
@Schema(name = "NewSource")
record SourceBody(
        @Nullable String type,
        @Nullable String url,
        @Nullable String text,
        @Nullable String question,
        @Nullable List<String> phrasings,
        @Nullable String answer,
        @Nullable String title,
        @Nullable Boolean rightsConfirmed) {

    boolean mayBeUsed() {
        return rightsConfirmed == null || rightsConfirmed;
    }

    /** Empty when the type is none we know. */
    Optional<NewSource> source(Bot.Id bot) {
        return switch (String.valueOf(type).toLowerCase(Locale.ROOT)) {
            case "website" -> Optional.of(new NewSource.Website(bot, orEmpty(url), title));
            case "sitemap" -> Optional.of(new NewSource.Sitemap(bot, orEmpty(url), title));
            case "text" -> Optional.of(new NewSource.Text(bot, title, orEmpty(text)));
            case "qa" ->
                    Optional.of(
                            new NewSource.Qa(
                                    bot,
                                    orEmpty(question),
                                    phrasings == null ? List.of() : phrasings,
                                    orEmpty(answer)));
            case "api" -> Optional.of(new NewSource.Api(bot, title));
            default -> Optional.empty();
        };
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
