package io.taros.knowledge.extract;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Takes out what no page is about: scripts, hidden parts, menus, banners, footers, and what is
 * named like them.
 */
final class Boilerplate {
    private static final String NEVER =
            "script,style,noscript,template,svg,iframe,object,embed,nav,dialog,button,select,input,textarea,[hidden],"
                    + "[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=menu],[role=menubar],"
                    + "[role=dialog],[role=alertdialog],[aria-modal=true]";
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden|(?<![-\\w])(left|top|text-indent)\\s*:\\s*-(9{3,5}|\\d{5})");
    private static final Pattern UNLIKELY =
            Pattern.compile(
                    "(?i)-ad-|ai2html|banner|breadcrumb|combx|comment|community|consent|cookie|cover-wrap|disqus|extra"
                            + "|footer|gdpr|gpdr|header|legends|menu|newsletter|pager|pagination|popup|promo|related"
                            + "|remark|replies|rss|share|shoutbox|sidebar|skip-?(link|nav|to)|skyscraper|social|sponsor"
                            + "|subscribe|supplemental|toolbar|yom-remote|^toc$|table-of-contents|navheader|navfooter"
                            + "|navbar|\\bnav\\b|navigation|signup|outbrain|taboola"
                            + "|popular|trending|recommend|read-?next|up-?next|more-?stories|also-?like");
    private static final Pattern MAYBE =
            Pattern.compile(
                    "(?i)and|article|body|column|content|main|shadow|mathjax|page|post|entry|section");
    private static final String SIGNED =
            "[rel=author], [class~=(?i)byline|dateline], figure [class~=(?i)credit]";
    private static final int SIGNATURE = 100;
    private static final Set<String> SPARED = Set.of("a", "article", "body", "code", "main");

    private final Element body;
    private Weights weights;

    private Boilerplate(Element body) {
        this.body = body;
        this.weights = Weights.of(body);
    }

    /** Changes the body and returns the weights of what is left. */
    static Weights dropFrom(Element body) {
        var boilerplate = new Boilerplate(body);
        boilerplate.dropHidden();
        boilerplate.dropEdges();
        boilerplate.dropSignatures();
        boilerplate.dropUnlikely();
        return boilerplate.weights;
    }

    private void dropHidden() {
        body.select(NEVER).remove();
        for (Element link : body.select("a[href^=#]")) {
            if (link.text().regionMatches(true, 0, "skip", 0, 4)) {
                link.remove();
            }
        }
        for (Element styled : body.select("[style]")) {
            if (HIDDEN.matcher(styled.attr("style")).find()) {
                styled.remove();
            }
        }
        weights = Weights.of(body);
    }

    private void dropEdges() {
        for (Element edge : body.select("footer, aside, header, form")) {
            boolean titled =
                    edge.normalName().equals("header") && edge.selectFirst("h1, h2") != null;
            if (titled) {
                dropMenus(edge);
            } else if (weights.text(edge) * 3 < weights.text(body)) {
                edge.remove();
            }
        }
        weights = Weights.of(body);
    }

    private void dropMenus(Element header) {
        for (Element list : header.select("ul, ol")) {
            if (weights.linkDensity(list) > 0.5) {
                list.remove();
            }
        }
    }

    /** Who wrote it and who took the picture. */
    private void dropSignatures() {
        body.select(SIGNED).removeIf(signature -> weights.text(signature) < SIGNATURE);
    }

    private void dropUnlikely() {
        int all = weights.text(body);
        for (Element element : body.select("[class], [id]")) {
            if (SPARED.contains(element.normalName()) || element.parent() == null) {
                continue;
            }
            String names = element.className() + " " + element.id();
            boolean unlikely = UNLIKELY.matcher(names).find() && !MAYBE.matcher(names).find();
            if (unlikely
                    && weights.text(element) * 2 < all
                    && element.closest("table, pre, code") == null) {
                element.remove();
            }
        }
        weights = Weights.of(body);
    }
}
