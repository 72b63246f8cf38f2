package io.taros.knowledge.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as the blocks it is written in: paragraphs, lists, tables, between empty lines. */
public final class Blocks {
    /** Shorter ones say something only together with what they stand beside. */
    private static final int MIN_WORDS = 5;

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) .*");

    private Blocks() {}

    /** Those that say something by themselves; code and headings do not. */
    public static List<String> telling(String text) {
        return of(text).stream().filter(Blocks::isTelling).toList();
    }

    /** The text without some of its blocks, and without the headings that nothing is left under. */
    public static String without(String text, Predicate<String> leftOut) {
        var kept = new ArrayList<String>();
        Deque<Open> open = new ArrayDeque<>();
        for (String block : of(text)) {
            Matcher heading = HEADING.matcher(block);
            if (heading.matches()) {
                close(open, heading.group(1).length(), kept);
                open.push(new Open(heading.group(1).length(), kept.size()));
                kept.add(block);
            } else if (isTelling(block) && leftOut.test(block)) {
                open.forEach(above -> above.isEmptied = true);
            } else {
                kept.add(block);
            }
        }
        close(open, 1, kept);
        return String.join("\n\n", kept);
    }

    /** A heading whose section is not over. */
    private static final class Open {
        private final int level;
        private final int place;
        private boolean isEmptied;

        Open(int level, int place) {
            this.level = level;
            this.place = place;
        }
    }

    private static void close(Deque<Open> open, int level, List<String> kept) {
        while (!open.isEmpty() && open.peek().level >= level) {
            Open over = open.pop();
            if (over.isEmptied && kept.size() == over.place + 1) {
                kept.removeLast();
            }
        }
    }

    private static List<String> of(String text) {
        List<String> blocks = new ArrayList<>();
        boolean isCode = false;
        for (String part : text.split("\n\n", -1)) {
            if (isCode) {
                blocks.add(blocks.removeLast() + "\n\n" + part);
            } else {
                blocks.add(part);
            }
            isCode ^= part.lines().filter(line -> line.startsWith("```")).count() % 2 == 1;
        }
        return blocks;
    }

    private static boolean isTelling(String block) {
        return !block.contains("```")
                && !HEADING.matcher(block).matches()
                && block.split("\\s+", MIN_WORDS + 1).length >= MIN_WORDS;
    }
}
