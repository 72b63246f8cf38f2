package io.taros.knowledge.extract;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;

/** Tells pages that are empty until a browser has run their scripts. */
final class ScriptBuilt {
    /** A page that is there without scripts has a menu at least. */
    static final int LITTLE = 250;

    private static final int NOTHING = 40;
    private static final String SCRIPTS =
            "script:not([type]), script[type=module], script[type~=(?i)javascript]";
    private static final String ROOTS =
            "#root, #app, #__next, #__nuxt, #___gatsby, #svelte, #application, [ng-app], [data-reactroot], app-root";
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "noscript", "template", "svg");
    private static final Pattern ASKS = Pattern.compile("(?i)java ?script");

    private ScriptBuilt() {}

    static boolean is(Document document) {
        int text = visible(document.body());
        if (text >= LITTLE || document.selectFirst(SCRIPTS) == null) {
            return false;
        }
        return text < NOTHING || isRootEmpty(document) || asks(document);
    }

    private static boolean isRootEmpty(Document document) {
        return document.select(ROOTS).stream().anyMatch(root -> visible(root) < NOTHING);
    }

    /** How much of its text is seen without scripts; counted as far as it matters. */
    private static int visible(Element root) {
        int[] text = new int[1];
        root.filter((node, depth) -> {
            if (node instanceof TextNode words) {
                text[0] += words.text().strip().length();
            }
            boolean unseen =
                    node instanceof Element element && UNSEEN.contains(element.normalName());
            return text[0] >= LITTLE
                    ? FilterResult.STOP
                    : unseen ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
        });
        return text[0];
    }

    private static boolean asks(Document document) {
        return document.select("noscript").stream()
                .anyMatch(otherwise -> ASKS.matcher(otherwise.html()).find());
    }
}
