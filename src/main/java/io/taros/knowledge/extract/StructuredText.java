package io.taros.knowledge.extract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes text blocks that keep what structure says, for files that are not HTML. */
final class StructuredText {
    private static final int MAX_LEVEL = 6;
    private static final int MAX_DEPTH = 8;
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,5} )");

    private enum Last {
        NONE,
        BLOCK,
        ITEM,
        ROW
    }

    private final StringBuilder out = new StringBuilder();
    private Last last = Last.NONE;

    void heading(int level, String text) {
        var squeezed = BlockWriter.squeeze(text);
        if (!squeezed.isEmpty()) {
            add(Last.BLOCK, "#".repeat(Math.clamp(level, 1, MAX_LEVEL)) + " " + squeezed);
        }
    }

    void paragraph(String text) {
        var squeezed = BlockWriter.squeeze(text);
        if (!squeezed.isEmpty()) {
            add(Last.BLOCK, squeezed);
        }
    }

    void item(int depth, String mark, String text) {
        var squeezed = BlockWriter.squeeze(text);
        if (!squeezed.isEmpty()) {
            add(Last.ITEM, "  ".repeat(Math.clamp(depth, 0, MAX_DEPTH)) + mark + " " + squeezed);
        }
    }

    void row(List<String> cells) {
        var plain =
                cells.stream().map(cell -> BlockWriter.squeeze(cell).replace('|', '/')).toList();
        if (plain.stream().anyMatch(cell -> !cell.isEmpty())) {
            add(Last.ROW, plain.stream().collect(Collectors.joining(" | ", "| ", " |")));
        }
    }

    /** What stands by itself: the next row starts another table. */
    void end() {
        last = last == Last.NONE ? Last.NONE : Last.BLOCK;
    }

    /** Another text as it is, under a heading of its own. */
    void part(String title, String text) {
        heading(1, title);
        add(Last.BLOCK, HEADING.matcher(text).replaceAll("#$1"));
    }

    /** Blocks that somebody else wrote. */
    void text(String text) {
        add(Last.BLOCK, text);
    }

    int length() {
        return out.length();
    }

    String text() {
        return out.toString();
    }

    private void add(Last kind, String text) {
        var isTight = kind == last && kind != Last.BLOCK;
        out.append(last == Last.NONE ? "" : isTight ? "\n" : "\n\n").append(text);
        last = kind;
    }
}
