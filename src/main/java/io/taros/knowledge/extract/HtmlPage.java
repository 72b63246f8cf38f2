package io.taros.knowledge.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web page says, and what it says about itself.
 *
 * @param links absolute addresses in the order they appear, before menus were taken out
 */
public record HtmlPage(
        String title,
        String text,
        @Nullable String language,
        @Nullable String canonical,
        @Nullable String refresh,
        boolean indexable,
        boolean followable,
        List<String> links) {

    public HtmlPage {
        links = List.copyOf(links);
    }
}
