package io.taros.knowledge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What was read and what is taught in its place, word by word. */
public record Difference(List<Part> parts) {
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public record Part(Kind kind, String text) {}

    public Difference {
        parts = List.copyOf(parts);
    }

    static Difference between(String read, String taught) {
        var before = words(read);
        var after = words(taught);
        var common = common(before, after);
        var merging = new Merging();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                merging.add(Kind.SAME, before.get(i++));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                merging.add(Kind.REMOVED, before.get(i++));
            } else {
                merging.add(Kind.ADDED, after.get(j++));
            }
        }
        before.subList(i, before.size()).forEach(word -> merging.add(Kind.REMOVED, word));
        after.subList(j, after.size()).forEach(word -> merging.add(Kind.ADDED, word));
        return new Difference(merging.parts);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** How many words the rests of both have in common, in their order. */
    private static int[][] common(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Neighbours of one kind are one part. */
    private static final class Merging {
        private final List<Part> parts = new ArrayList<>();

        void add(Kind kind, String word) {
            if (!parts.isEmpty() && parts.getLast().kind() == kind) {
                parts.add(new Part(kind, parts.removeLast().text() + word));
                return;
            }
            parts.add(new Part(kind, word));
        }
    }
}
