package io.taros.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Recrawl;
import io.taros.platform.web.BadInput;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a site, as JSON.
 *
 * @param include patterns of paths to read; an empty list for every page
 * @param recrawl never, daily, weekly or monthly
 */
@Schema(name = "SourceChange")
record SourceChange(
        @Nullable List<String> include, @Nullable List<String> exclude, @Nullable String recrawl) {

    NewSource.Wish wish() {
        return new NewSource.Wish(include, exclude, recrawl(recrawl));
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
