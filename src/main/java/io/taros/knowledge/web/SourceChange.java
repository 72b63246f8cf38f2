package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.bot.Bot;
import io.taros.knowledge.Audiences;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Recrawl;
import io.taros.platform.web.BadInput;
import io.taros.search.KnowledgeTags;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a source, as JSON; include, exclude and recrawl of a site.
 *
 * @param include patterns of paths to read; an empty list for every page
 * @param recrawl never, daily, weekly or monthly
 * @param tags of those for whose questions it is used; an empty list for everybody's. 20 at most,
 *     of 40 characters
 * @param bots all further bots of the organization that are to use it
 */
@Schema(name = "SourceChange")
record SourceChange(
        @Nullable List<String> include,
        @Nullable List<String> exclude,
        @Nullable String recrawl,
        @Nullable List<String> tags,
        @Nullable List<UUID> bots) {

    NewSource.Wish wish() {
        return new NewSource.Wish(include, exclude, recrawl(recrawl));
    }

    Audiences.Wish audience() {
        return new Audiences.Wish(
                tags == null ? null : KnowledgeTags.of(tags),
                bots == null ? null : bots.stream().map(Bot.Id::new).toList());
    }

    static @Nullable Recrawl recrawl(@Nullable String given) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(Recrawl.values())
                .filter(known -> known.word().equals(given))
                .findFirst()
                .orElseThrow(() -> new BadInput("recrawl", "knowledge.input.recrawl"));
    }
}
