package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Finds what a page is about. It works by the idea of Arc90's Readability (paragraphs vote for
 * their ancestors), but falls back to a wider element rather than lose text: for a support bot a
 * stray menu item costs less than a missing paragraph.
 */
final class MainContent {
    private static final Pattern GOOD =
            Pattern.compile(
                    "(?i)article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story");
    private static final Pattern BAD =
            Pattern.compile(
                    "(?i)-ad-|hidden|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo"
                            + "|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget"
                            + "|newsletter|subscribe");
    private static final String VOTERS =
            "p, pre, td, blockquote, li, dd, h2, h3, section, div, article, main";
    private static final Set<String> CONTAINERS =
            Set.of("div", "section", "article", "main", "td", "li");
    private static final Pattern SENTENCE = Pattern.compile("\\.( |$)");
    private static final int MIN_VOTE = 20;

    private final Element body;
    private final Weights weights;
    private final Map<Element, Double> scores = new IdentityHashMap<>();

    private MainContent(Element body) {
        this.body = body;
        this.weights = Boilerplate.dropFrom(body);
    }

    /** The element to read; the document is changed on the way. */
    static Element of(Document document) {
        return new MainContent(document.body()).best();
    }

    private Element best() {
        body.select(VOTERS).forEach(this::vote);
        scores.replaceAll((element, score) -> score + bonus(element));
        Element top = body;
        double highest = Double.NEGATIVE_INFINITY;
        for (Element candidate : scores.keySet()) {
            if (standing(candidate) > highest) {
                highest = standing(candidate);
                top = candidate;
            }
        }
        Element content = withSiblings(widened(top));
        clean(content);
        return content;
    }

    private void vote(Element element) {
        int text = ownText(element);
        if (text < MIN_VOTE) {
            return;
        }
        double points = 1 + weights.commas(element) + Math.min(text / 100.0, 3);
        Element ancestor = element.parent();
        for (int level = 0; level < 5 && ancestor != null && ancestor != body.parent(); level++) {
            double share = level == 0 ? 1 : 1.0 / (level == 1 ? 2 : level * 3);
            scores.merge(ancestor, points * share, Double::sum);
            ancestor = ancestor.parent();
        }
    }

    /**
     * Of a container with blocks inside, only the text between them: the blocks vote for
     * themselves.
     */
    private int ownText(Element element) {
        int text = weights.text(element);
        if (!CONTAINERS.contains(element.normalName())) {
            return text;
        }
        for (Element child : element.children()) {
            text -= child.isBlock() ? weights.text(child) : 0;
        }
        return text;
    }

    private double standing(Element element) {
        return scores.getOrDefault(element, 0.0) * (1 - weights.linkDensity(element));
    }

    private static double bonus(Element element) {
        double byTag =
                switch (element.normalName()) {
                    case "div", "article", "main" -> 5;
                    case "pre", "td", "blockquote" -> 3;
                    case "ol", "ul", "dl", "form", "address" -> -3;
                    case "th", "h1", "h2", "h3" -> -5;
                    default -> 0;
                };
        return byTag + classWeight(element);
    }

    private static double classWeight(Element element) {
        double weight = 0;
        for (String name : List.of(element.className(), element.id())) {
            weight += BAD.matcher(name).find() ? -25 : 0;
            weight += GOOD.matcher(name).find() ? 25 : 0;
        }
        return weight;
    }

    /**
     * Climbs while the parent holds clearly more prose: content split over sections, one candidate
     * each.
     */
    private Element widened(Element top) {
        Element widest = top;
        int total = weights.prose(body);
        for (Element up : top == body ? List.<Element>of() : top.parents()) {
            boolean poor = weights.prose(widest) * 4 < total && weights.prose(widest) < 1_000;
            boolean onlyChild = weights.prose(up) <= weights.prose(widest) * 1.02;
            boolean rich = standing(up) > standing(widest) * 0.75 && addsProse(widest, up);
            if (poor || (up != body && (onlyChild || rich))) {
                widest = up;
            }
            if (up == body) {
                break;
            }
        }
        return widest;
    }

    /** What would be added is prose, too, and no list of what else there is. */
    private boolean addsProse(Element widest, Element up) {
        int added = weights.text(up) - weights.text(widest);
        boolean prose = weights.prose(up) - weights.prose(widest) >= added * 0.7;
        return prose && weights.linkDensity(up) < 0.3;
    }

    private Element withSiblings(Element top) {
        Element parent = top.parent();
        if (top == body || parent == null) {
            return body;
        }
        double score = scores.getOrDefault(top, 0.0);
        List<Element> joined = new ArrayList<>();
        for (Element sibling : parent.children()) {
            boolean alike =
                    !top.className().isEmpty() && sibling.className().equals(top.className());
            double points = scores.getOrDefault(sibling, 0.0) + (alike ? score * 0.2 : 0);
            boolean scored = scores.containsKey(sibling) && points >= Math.max(10, score * 0.2);
            boolean heading = sibling.normalName().matches("h[1-6]");
            if (sibling == top || scored || heading || isProse(sibling)) {
                joined.add(sibling);
            }
        }
        var content = new Element("div");
        joined.forEach(content::appendChild);
        return content;
    }

    private boolean isProse(Element element) {
        if (!element.normalName().equals("p") || weights.text(element) == 0) {
            return false;
        }
        double density = weights.linkDensity(element);
        boolean sentence = density == 0 && SENTENCE.matcher(element.text()).find();
        return sentence || (weights.text(element) > 80 && density < 0.25);
    }

    /** Takes menus and the like out of the content, unless it is nothing else. */
    private void clean(Element content) {
        Map<TextNode, Element> taken = new IdentityHashMap<>();
        for (Element element : content.select("ul, ol, div, section, table, dl, p")) {
            boolean named = classWeight(element) < 0 && weights.linkDensity(element) > 0.2;
            if (element != content
                    && (named || isMenu(element))
                    && element.selectFirst("pre, code") == null) {
                var place = new TextNode("");
                element.replaceWith(place);
                taken.put(place, element);
            }
        }
        if (!content.hasText()) {
            taken.forEach(TextNode::replaceWith);
        }
    }

    private boolean isMenu(Element element) {
        boolean list = element.normalName().equals("ul") || element.normalName().equals("ol");
        double bearable = list || classWeight(element) >= 25 ? 0.6 : 0.5;
        return weights.linkDensity(element) > bearable
                && weights.text(element) < 2_000
                && weights.prose(element) < 200
                && element.select("a").size() > 1;
    }
}
