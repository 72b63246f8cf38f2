package io.taros.knowledge.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web page says, and what it says about itself.
 *
 * @param margin blocks of what stands below every page of a site: addresses, opening hours
 * @param isScriptBuilt whether the page is empty until a browser has run its scripts
 * @param alternates absolute addresses of the same in other languages
 * @param links absolute addresses in the order they appear, before menus were taken out
 */
public record HtmlPage(
        String title,
        String text,
        List<String> margin,
        boolean isScriptBuilt,
        @Nullable String language,
        @Nullable String canonical,
        @Nullable String refresh,
        boolean indexable,
        boolean followable,
        List<String> alternates,
        List<String> links) {

    public HtmlPage {
        margin = List.copyOf(margin);
        alternates = List.copyOf(alternates);
        links = List.copyOf(links);
    }
}
