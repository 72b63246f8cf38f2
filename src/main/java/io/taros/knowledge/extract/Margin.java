package io.taros.knowledge.extract;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What stands below every page of a site. No page is about it, but it may be the only place that
 * tells when a shop is open and where it is.
 */
final class Margin {
    private static final int MAX_BLOCKS = 40;
    private static final int MAX_BLOCK = 1_000;
    private static final int MIN_WORDS = 3;
    private static final String FOOTERS =
            "footer, [role=contentinfo], [id~=(?i)^(site-?|page-?)?footer], [class~=(?i)(^|\\s)(site-?|page-?)?footer(\\s|$)]";
    private static final String NEVER =
            "script, style, noscript, template, svg, nav, form, iframe, button, select, [role=navigation], [role=dialog],"
                    + " [class~=(?i)cookie|consent], [id~=(?i)cookie|consent]";

    private Margin() {}

    static List<String> of(Document document) {
        return document.body().select(FOOTERS).stream()
                .filter(footer ->
                        footer.parent() != null && footer.parent().closest(FOOTERS) == null)
                .filter(footer -> footer.closest("article, main, table") == null)
                .flatMap(Margin::blocks)
                .distinct()
                .limit(MAX_BLOCKS)
                .toList();
    }

    private static Stream<String> blocks(Element footer) {
        Element copy = footer.clone();
        copy.select(NEVER).remove();
        copy.select("a[href^=tel:], a[href^=mailto:]").unwrap();
        copy.select("h1, h2, h3, h4, h5, h6").tagName("summary");
        Weights weights = Weights.of(copy);
        copy.select("*").removeIf(element -> isLink(element, weights));
        return Stream.of(BlockWriter.write(copy).split("\n\n"))
                .filter(block -> block.length() <= MAX_BLOCK)
                .filter(block -> block.split("\\s+").length >= MIN_WORDS);
    }

    private static boolean isLink(Element element, Weights weights) {
        return element.isBlock()
                && element.children().stream().noneMatch(Element::isBlock)
                && weights.linkDensity(element) > 0.5;
    }
}
