package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.bot.Bot;
import io.taros.knowledge.NewSource;
import io.taros.platform.web.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source as JSON.
 *
 * @param type website, page, sitemap, text, qa or api
 * @param include patterns of paths to read, as in the documentation; none for every page. Of a site
 *     that is known what is not sent stays
 * @param exclude patterns of paths to leave out
 * @param recrawl never, daily, weekly or monthly
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
        @Nullable List<String> include,
        @Nullable List<String> exclude,
        @Nullable String recrawl,
        @Nullable Boolean rightsConfirmed) {

    boolean mayBeUsed() {
        return rightsConfirmed == null || rightsConfirmed;
    }

    /** Empty when the type is none we know. */
    Optional<NewSource> source(Bot.Id bot) {
        return switch (String.valueOf(type).toLowerCase(Locale.ROOT)) {
            case "website" -> Optional.of(new NewSource.Website(bot, orEmpty(url), title, wish()));
            case "page" -> Optional.of(page(bot));
            case "sitemap" -> Optional.of(new NewSource.Sitemap(bot, orEmpty(url), title, wish()));
            case "text" -> Optional.of(new NewSource.Text(bot, title, orEmpty(text)));
            case "qa" ->
                    Optional.of(
                            new NewSource.Qa(
                                    bot, orEmpty(question), orNone(phrasings), orEmpty(answer)));
            case "api" -> Optional.of(new NewSource.Api(bot, title));
            default -> Optional.empty();
        };
    }

    private NewSource.Page page(Bot.Id bot) {
        if (!orNone(include).isEmpty() || !orNone(exclude).isEmpty()) {
            throw new BadInput("include", "knowledge.rules.page");
        }
        return new NewSource.Page(bot, orEmpty(url), title, SourceChange.recrawl(recrawl));
    }

    private NewSource.Wish wish() {
        return new NewSource.Wish(include, exclude, SourceChange.recrawl(recrawl));
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
