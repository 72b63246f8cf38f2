package io.taros.knowledge.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads Rich Text: words, headings, tables. Pictures, objects and fields' codes are passed over.
 */
final class RtfReader {
    private static final Set<String> SILENT =
            Set.of(
                    "fonttbl",
                    "colortbl",
                    "pict",
                    "object",
                    "header",
                    "headerl",
                    "headerr",
                    "headerf",
                    "footer",
                    "footerl",
                    "footerr",
                    "footerf",
                    "fldinst",
                    "author",
                    "operator",
                    "company",
                    "keywords",
                    "doccomm",
                    "comment",
                    "creatim",
                    "revtim",
                    "printim",
                    "buptim",
                    "annotation",
                    "atnid",
                    "atnauthor",
                    "nonshppict",
                    "listtext",
                    "pntext");

    private static final Map<String, String> SIGNS =
            Map.of(
                    "tab", " ",
                    "line", " ",
                    "emdash", "—",
                    "endash", "–",
                    "bullet", "•",
                    "lquote", "‘",
                    "rquote", "’",
                    "ldblquote", "“",
                    "rdblquote", "”");

    private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|overskrift)\\s*([1-6])");
    private static final int MAX_DEPTH = 1_000;

    private enum Place {
        TEXT,
        STYLES,
        TITLE,
        NOWHERE
    }

    /**
     * @param skipped how many letters stand in for one that older programs do not know
     */
    private record Group(Place place, int skipped) {}

    private final StructuredText out = new StructuredText();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder style = new StringBuilder();
    private final Map<Integer, Integer> levels = new HashMap<>();
    private final List<String> cells = new ArrayList<>();
    private final Deque<Group> outer = new ArrayDeque<>();
    private final String rtf;
    private Group group = new Group(Place.TEXT, 1);
    private Charset charset = Charset.forName("windows-1252");
    private TableRows rows = new TableRows(out);
    private boolean isTable;
    private int at;
    private int toSkip;
    private int paragraphStyle;
    private int outline = -1;

    private RtfReader(byte[] content) {
        rtf = new String(content, StandardCharsets.ISO_8859_1);
    }

    static Extracted read(byte[] content, String name) {
        var reader = new RtfReader(content);
        try {
            reader.read();
        } catch (RuntimeException damaged) {
            return new Extracted.Unreadable(ReadProblem.DAMAGED);
        }
        var title = BlockWriter.squeeze(reader.title.toString());
        return new Extracted.Text(title.isEmpty() ? name : title, reader.out.text(), null);
    }

    private void read() {
        while (at < rtf.length()) {
            var c = rtf.charAt(at++);
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> letters(c);
            }
        }
        endParagraph();
        endTable();
    }

    private void open() {
        if (outer.size() > MAX_DEPTH) {
            throw new IllegalStateException("Nested too deeply");
        }
        outer.push(group);
        toSkip = 0;
    }

    private void close() {
        if (group.place() == Place.STYLES) {
            defineStyle();
        }
        group = outer.isEmpty() ? new Group(Place.TEXT, 1) : outer.pop();
        toSkip = 0;
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        var c = rtf.charAt(at);
        if (c == '\'') {
            hex();
            return;
        }
        if (!Character.isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        var from = at;
        while (at < rtf.length() && isAsciiLetter(rtf.charAt(at))) {
            at++;
        }
        var word = rtf.substring(from, Math.max(at, from + 1));
        at = Math.max(at, from + 1);
        word(word, number());
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** What stands behind a word; -1 if nothing does. */
    private int number() {
        var from = at;
        if (at < rtf.length() && rtf.charAt(at) == '-') {
            at++;
        }
        while (at < rtf.length() && at - from < 9 && Character.isDigit(rtf.charAt(at))) {
            at++;
        }
        var digits = rtf.substring(from, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        return digits.matches("-?\\d+") ? Integer.parseInt(digits) : -1;
    }

    private void symbol(char c) {
        switch (c) {
            case '~' -> text(" ");
            case '_' -> text("-");
            case '\\', '{', '}' -> text(String.valueOf(c));
            case '*' -> group = new Group(Place.NOWHERE, group.skipped());
            case '\n', '\r' -> endParagraph();
            default -> {}
        }
    }

    /** Letters of other alphabets take two bytes in some charsets, which follow each other. */
    private void hex() {
        var bytes = new byte[2];
        var read = 0;
        while (read < 2 && rtf.startsWith("\\'", at - 1) && at + 3 <= rtf.length()) {
            var digits = rtf.substring(at + 1, at + 3);
            if (!digits.matches("[0-9A-Fa-f]{2}")) {
                break;
            }
            bytes[read++] = (byte) Integer.parseInt(digits, 16);
            at += 4;
        }
        at = read == 0 ? at + 1 : at - 1;
        if (toSkip > 0) {
            toSkip = Math.max(0, toSkip - read);
            return;
        }
        text(new String(bytes, 0, read, charset));
    }

    private void letters(char first) {
        var from = at - 1;
        while (at < rtf.length() && "{}\\\r\n".indexOf(rtf.charAt(at)) < 0) {
            at++;
        }
        var skipped = Math.min(toSkip, at - from);
        toSkip -= skipped;
        var bytes = rtf.substring(from + skipped, at).getBytes(StandardCharsets.ISO_8859_1);
        text(first < 0x80 ? rtf.substring(from + skipped, at) : new String(bytes, charset));
    }

    private void text(String text) {
        switch (group.place()) {
            case TEXT -> line.append(text);
            case TITLE -> title.append(text);
            case STYLES -> style.append(text);
            case NOWHERE -> {}
        }
    }

    private void word(String word, int number) {
        if (SILENT.contains(word)) {
            group = new Group(Place.NOWHERE, group.skipped());
            return;
        }
        switch (word) {
            case "u" -> {
                text(String.valueOf((char) number));
                toSkip = group.skipped();
            }
            case "uc" -> group = new Group(group.place(), Math.clamp(number, 0, 9));
            case "ansicpg" -> charset = codepage(number);
            case "stylesheet" -> group = new Group(Place.STYLES, group.skipped());
            case "info" -> group = new Group(Place.NOWHERE, group.skipped());
            case "title" -> group = new Group(Place.TITLE, group.skipped());
            case "bin" -> at = (int) Math.min(rtf.length(), (long) at + Math.max(0, number));
            default -> layout(word, number);
        }
    }

    private void layout(String word, int number) {
        switch (word) {
            case "par", "sect", "page" -> endParagraph();
            case "pard" -> {
                paragraphStyle = 0;
                outline = -1;
                isTable = false;
            }
            case "s" -> paragraphStyle = number;
            case "outlinelevel" -> outline = number;
            case "intbl" -> isTable = true;
            case "cell" -> {
                cells.add(line.toString());
                line.setLength(0);
            }
            case "row" -> endRow();
            default -> text(SIGNS.getOrDefault(word, ""));
        }
    }

    private static Charset codepage(int number) {
        var name = number == 65_001 ? "UTF-8" : "windows-" + number;
        return Charset.isSupported(name)
                ? Charset.forName(name)
                : Charset.isSupported("Cp" + number)
                        ? Charset.forName("Cp" + number)
                        : StandardCharsets.ISO_8859_1;
    }

    private void defineStyle() {
        var heading = HEADING.matcher(style);
        if (heading.find()) {
            levels.put(paragraphStyle, Integer.parseInt(heading.group(1)));
        }
        style.setLength(0);
        paragraphStyle = 0;
    }

    private void endRow() {
        if (!line.toString().isBlank()) {
            cells.add(line.toString());
            line.setLength(0);
        }
        rows.row(List.copyOf(cells));
        cells.clear();
    }

    private void endParagraph() {
        if (isTable) {
            line.append(' ');
            return;
        }
        endTable();
        var text = line.toString();
        line.setLength(0);
        var level =
                outline >= 0 && outline < 6 ? outline + 1 : levels.getOrDefault(paragraphStyle, 0);
        if (level > 0) {
            out.heading(level, text);
        } else {
            out.paragraph(text);
        }
    }

    private void endTable() {
        rows.end();
        rows = new TableRows(out);
    }
}
