package io.taros.knowledge.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes an HTML element as text blocks that keep what structure says: headings as {@code ##}, list
 * items as {@code -} or {@code 1.}, table rows between pipes, code between fences, answers right
 * below their questions. Blocks are separated by an empty line.
 */
final class BlockWriter {
    private static final Set<String> BLOCKS =
            Set.of(
                    ("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption"
                                    + " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre"
                                    + " section summary table tbody td tfoot th thead tr ul")
                            .split(" "));
    private static final Set<String> SILENT =
            Set.of(
                    ("script style noscript template head svg annotation annotation-xml iframe object embed canvas audio video select option"
                                    + " datalist textarea input button img picture source map")
                            .split(" "));

    /** What buttons say that are drawn as text, in the languages that are met most. */
    private static final Set<String> LABELS =
            Set.of(
                    ("advertisement|advert|ad|sponsored|close|caption|share|share this|tweet|print|email|comments|comment"
                                    + "|show comments|leave a comment|add a comment|loading|read more|show more|show less|see more"
                                    + "|view all|back|back to top|back to gallery|next|previous|next article|reply|copy link|like"
                                    + "|annonce|luk|del|udskriv|kommentarer|læs mere|vis mere|vis mindre|se mere|tilbage|til toppen"
                                    + "|næste|forrige|indlæser|anzeige|werbung|schließen|teilen|weiterlesen|mehr anzeigen|zurück"
                                    + "|nach oben|publicité|fermer|partager|lire la suite|retour")
                            .split("\\|"));

    private static final int MAX_LABEL = 30;

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

    /** The next block belongs to the line before it, as an answer to its question. */
    private boolean bound;

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
            case "dl", "details" -> pairs(element, depth);
            case "dt", "summary" -> lead(element);
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

    private void pairs(Element element, int depth) {
        block(element, depth);
        bound = false;
    }

    /** What is asked or named, and stands with what answers or explains it. */
    private void lead(Element element) {
        end();
        int before = out.length();
        String text = squeeze(element.text());
        if (!text.isEmpty()) {
            bound = false;
            line.append(text);
            end();
        }
        bound = out.length() > before;
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
        String text = INVISIBLE.matcher(element.wholeText()).replaceAll("").strip();
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
        for (List<String> row : TableGrid.of(element)) {
            tight = !first;
            paragraph("| " + String.join(" | ", row) + " |");
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
        if (text.isEmpty() || (!bound && isLabel(text))) {
            return;
        }
        tight = !lists.isEmpty() && tight;
        paragraph(prefix + text.replace("\n", "\n" + " ".repeat(prefix.length())));
        tight = !lists.isEmpty();
        prefix = " ".repeat(prefix.length());
    }

    private boolean isLabel(String text) {
        return lists.isEmpty() && text.length() < MAX_LABEL && LABELS.contains(bare(text));
    }

    private static String bare(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]+", "").strip();
    }

    private void paragraph(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!out.isEmpty()) {
            out.append(tight || bound ? "\n" : "\n\n");
        }
        out.append(text);
        bound = false;
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
