package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text apart: headings, paragraphs, list items, table rows, lines of code; and those into
 * sentences.
 */
final class Pieces {
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(\\S.*)");

    /** A longer first row is no header. */
    private static final int MAX_HEAD = 300;

    private static final Pattern ITEM = Pattern.compile("\\s*([-*+]|\\d{1,4}[.)]) .*|\\|.*");

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private String separator = "\n\n";
    private String table = "";
    private String head = "";
    private boolean code;

    private Pieces() {}

    static List<Piece> of(String text) {
        var pieces = new Pieces();
        for (String line : text.split("\n", -1)) {
            pieces.line(line);
        }
        pieces.end("\n\n");
        return pieces.pieces;
    }

    /**
     * The text in parts no longer than asked, at sentence ends, else at spaces, else anywhere but
     * inside a character.
     */
    static List<String> parts(String text, int max) {
        List<String> parts = new ArrayList<>();
        for (String sentence : Sentences.of(text)) {
            String rest = sentence;
            while (rest.length() > max) {
                int cut = cut(rest, max);
                parts.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            parts.add(rest);
        }
        return parts;
    }

    private static int cut(String text, int max) {
        for (int i = max; i > max / 2; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    }

    private void line(String line) {
        if (line.startsWith("```")) {
            code = !code;
        }
        if (line.isBlank() && !code) {
            end("\n\n");
            return;
        }
        Matcher heading = HEADING.matcher(line);
        if (!code && heading.matches()) {
            end("\n\n");
            pieces.add(new Piece.Heading(heading.group(1).length(), heading.group(2).strip()));
            return;
        }
        boolean item = !code && ITEM.matcher(line).matches();
        if (item || (code && block.length() + line.length() > PassageSplitter.MIN)) {
            end("\n");
        }
        if (item && line.startsWith("|")) {
            head = table.length() > MAX_HEAD ? "" : table;
            table = table.isEmpty() ? line : table;
        }
        block.append(block.isEmpty() ? "" : "\n").append(line);
    }

    private void end(String next) {
        table = next.equals("\n") ? table : "";
        if (!block.isEmpty()) {
            pieces.add(new Piece.Text(separator, block.toString(), head));
            block.setLength(0);
            head = "";
            separator = next;
        } else if (next.length() > separator.length()) {
            separator = next;
        }
    }
}
