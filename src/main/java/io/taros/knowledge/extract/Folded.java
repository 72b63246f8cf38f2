package io.taros.knowledge.extract;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page shows only to those who ask: answers below their questions, tabs beside the first. It
 * is brought into one form, a {@code details} element, whose parts stay together.
 */
final class Folded {
    private static final String CONTROLS = "[aria-expanded][aria-controls]";
    private static final String QUESTIONS = "[itemtype~=(?i)schema\\.org/Question/?$]";
    private static final String PANELS = "[role=tabpanel][aria-labelledby]";
    private static final String MENUS =
            "nav, header, footer, dialog, [role=navigation], [role=menu], [role=menubar], [role=listbox], [role=dialog]";
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final Document document;

    private Folded(Document document) {
        this.document = document;
    }

    static void openIn(Document document) {
        var folded = new Folded(document);
        document.select(QUESTIONS).forEach(folded::question);
        document.select(PANELS).forEach(folded::panel);
        document.select(CONTROLS).forEach(folded::control);
    }

    private void question(Element marked) {
        Element name = marked.selectFirst("[itemprop=name]");
        Element accepted = marked.selectFirst("[itemprop=acceptedAnswer]");
        if (name == null || accepted == null || name.closest("[itemprop=acceptedAnswer]") != null) {
            return;
        }
        Element text = accepted.selectFirst("[itemprop=text]");
        fold(marked, name.text(), text == null ? accepted : text);
    }

    private void panel(Element panel) {
        named(panel.attr("aria-labelledby"))
                .map(Element::text)
                .filter(label -> LETTER.matcher(label).find())
                .filter(label -> isProse(panel))
                .ifPresent(label -> {
                    Element place = new Element("div");
                    panel.before(place);
                    fold(place, label, panel);
                });
    }

    private void control(Element control) {
        Optional<Element> opened = named(control.attr("aria-controls")).filter(this::isProse);
        if (opened.isEmpty() || control.closest(MENUS) != null) {
            return;
        }
        show(opened.get());
        if (control.normalName().equals("button")) {
            control.tagName("span");
        }
    }

    private Optional<Element> named(String id) {
        return id.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(document.getElementById(id.strip()));
    }

    /** Menus and lists to choose from are folded away, too. */
    private boolean isProse(Element element) {
        int links = element.select("a").stream().mapToInt(link -> link.text().length()).sum();
        return element.closest(MENUS) == null && links * 2 < element.text().length();
    }

    private static void fold(Element place, String question, Element answer) {
        Element details = new Element("details");
        details.appendElement("summary").text(question);
        place.replaceWith(details);
        show(answer);
        details.appendChild(answer);
    }

    private static void show(Element element) {
        element.removeAttr("hidden")
                .removeAttr("aria-hidden")
                .removeAttr("style")
                .removeAttr("class");
    }
}
