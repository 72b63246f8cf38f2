package io.taros.knowledge.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes an HTML element as text blocks that keep what structure says: headings as {@code ##}, list
 * items as {@code -} or {@code 1.}, table rows between pipes, code between fences. Blocks are
 * separated by an empty line.
 */
final class BlockWriter {
    private static final Set<String> BLOCKS =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "blockquote",
                    "body",
                    "caption",
                    "center",
                    "dd",
                    "details",
                    "dialog",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figcaption",
                    "figure",
                    "footer",
                    "form",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hgroup",
                    "hr",
                    "html",
                    "li",
                    "main",
                    "menu",
                    "nav",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "summary",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "ul");
    private static final Set<String> SILENT =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "head",
                    "svg",
                    "math",
                    "iframe",
                    "object",
                    "embed",
                    "canvas",
                    "audio",
                    "video",
                    "select",
                    "option",
                    "datalist",
                    "textarea",
                    "input",
                    "button",
                    "img",
                    "picture",
                    "source",
                    "map");

    /**
     * Deeper nesting is an attack or a broken generator; the text is kept, the structure is not.
     */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_CELL = 400;

    /** Documentation tools put a link to itself behind every heading. */
    private static final Set<String> PERMALINKS = Set.of("#", "¶", "§", "🔗");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    /**
     * Soft hyphens, zero-width marks and the tag characters used to hide instructions from people.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff\\x{e0000}-\\x{e007f}]");

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Integer> lists = new ArrayDeque<>();
    private String prefix = "";
    private boolean tight;

    private BlockWriter() {}

    static String write(Element element) {
        var writer = new BlockWriter();
        writer.element(element, 0);
        writer.end();
        return writer.out.toString();
    }

    private void nodes(Element parent, int depth) {
        for (Node node : parent.childNodes()) {
            switch (node) {
                case TextNode text -> line.append(text.getWholeText().replace('\n', ' '));
                case Element element -> element(element, depth);
                default -> {}
            }
        }
    }

    private void element(Element element, int depth) {
        String name = element.normalName();
        if (SILENT.contains(name)) {
            line.append(' ');
            return;
        }
        if (depth > MAX_DEPTH) {
            line.append(element.text());
            return;
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
            case "br" -> line.append('\n');
            case "pre" -> code(element);
            case "ul", "ol", "menu" -> list(element, name.equals("ol") ? 1 : 0, depth);
            case "li" -> item(element, depth);
            case "dl" -> block(element, depth);
            case "table" -> table(element, depth);
            default -> {
                if (BLOCKS.contains(name)) {
                    block(element, depth);
                } else {
                    nodes(element, depth + 1);
                }
            }
        }
    }

    private void block(Element element, int depth) {
        end();
        nodes(element, depth + 1);
        end();
    }

    private void heading(Element element, int level) {
        end();
        Element words = element.clone();
        words.select("a[href^=#]").removeIf(link -> PERMALINKS.contains(link.text().strip()));
        String text = squeeze(words.text());
        if (!text.isEmpty()) {
            paragraph("#".repeat(level) + " " + text);
        }
    }

    private void code(Element element) {
        end();
        String text = element.wholeText().strip();
        if (!text.isEmpty()) {
            paragraph("```\n" + text.replace("```", "'''") + "\n```");
        }
    }

    private void list(Element element, int first, int depth) {
        end();
        lists.push(first);
        nodes(element, depth + 1);
        end();
        lists.pop();
        if (lists.isEmpty()) {
            tight = false;
        }
    }

    private void item(Element element, int depth) {
        end();
        int number = lists.isEmpty() ? 0 : lists.pop();
        String mark = number > 0 ? number + ". " : "- ";
        prefix = "  ".repeat(lists.size()) + mark;
        lists.push(number > 0 ? number + 1 : 0);
        nodes(element, depth + 1);
        end();
        prefix = "";
    }

    private void table(Element element, int depth) {
        end();
        boolean data =
                element.select("table").size() == 1
                        && element.select("td, th").stream().noneMatch(BlockWriter::isLong);
        if (!data || element.select("tr").stream().noneMatch(row -> row.childrenSize() > 1)) {
            nodes(element, depth + 1);
            end();
            return;
        }
        for (Element caption : element.select("caption")) {
            paragraph(squeeze(caption.text()));
        }
        boolean first = true;
        for (Element row : element.select("tr")) {
            var cells =
                    row.children().stream()
                            .map(cell -> squeeze(cell.text()).replace("|", "/"))
                            .toList();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            tight = !first;
            paragraph("| " + String.join(" | ", cells) + " |");
            first = false;
        }
        tight = false;
    }

    private static boolean isLong(Element cell) {
        return cell.text().length() > MAX_CELL
                || !cell.select("pre, h1, h2, h3, h4, h5, h6").isEmpty();
    }

    /** Ends the running paragraph, if it has any words. */
    private void end() {
        String text = lines(line);
        line.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        tight = !lists.isEmpty() && tight;
        paragraph(prefix + text.replace("\n", "\n" + " ".repeat(prefix.length())));
        tight = !lists.isEmpty();
        prefix = " ".repeat(prefix.length());
    }

    private void paragraph(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!out.isEmpty()) {
            out.append(tight ? "\n" : "\n\n");
        }
        out.append(text);
    }

    /** Explicit breaks stay, all other white space is one blank. */
    private static String lines(StringBuilder raw) {
        var text = new StringBuilder(raw.length());
        for (String part : raw.toString().replace("\r", "").split("\n", -1)) {
            String squeezed = squeeze(part);
            if (!squeezed.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(squeezed);
            }
        }
        return text.toString();
    }

    static String squeeze(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return SPACE.matcher(visible).replaceAll(" ").strip();
    }
}
