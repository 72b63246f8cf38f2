package io.taros.knowledge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What was read and what is taught in its place, word by word. */
public record Difference(List<Part> parts) {
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
    private static final int MOST_COMPARISONS = 250_000;

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public record Part(Kind kind, String text) {}

    public Difference {
        parts = List.copyOf(parts);
    }

    /** Empty where both are long, and differ from their beginnings to their ends. */
    static Optional<Difference> between(String read, String taught) {
        var before = words(read);
        var after = words(taught);
        int start = sameAtTheStart(before, after);
        int end =
                sameAtTheStart(
                        before.subList(start, before.size()).reversed(),
                        after.subList(start, after.size()).reversed());
        var removed = before.subList(start, before.size() - end);
        var added = after.subList(start, after.size() - end);
        if ((long) removed.size() * added.size() > MOST_COMPARISONS) {
            return Optional.empty();
        }
        var merging = new Merging();
        merging.addAll(Kind.SAME, before.subList(0, start));
        merging.compare(removed, added);
        merging.addAll(Kind.SAME, before.subList(before.size() - end, before.size()));
        return Optional.of(new Difference(merging.parts));
    }

    private static int sameAtTheStart(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        return IntStream.range(0, shorter)
                .filter(i -> !before.get(i).equals(after.get(i)))
                .findFirst()
                .orElse(shorter);
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

        void compare(List<String> before, List<String> after) {
            var common = common(before, after);
            int i = 0;
            int j = 0;
            while (i < before.size() && j < after.size()) {
                if (before.get(i).equals(after.get(j))) {
                    add(Kind.SAME, before.get(i++));
                    j++;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    add(Kind.REMOVED, before.get(i++));
                } else {
                    add(Kind.ADDED, after.get(j++));
                }
            }
            addAll(Kind.REMOVED, before.subList(i, before.size()));
            addAll(Kind.ADDED, after.subList(j, after.size()));
        }

        void addAll(Kind kind, List<String> words) {
            if (!words.isEmpty()) {
                add(kind, String.join("", words));
            }
        }

        private void add(Kind kind, String word) {
            if (!parts.isEmpty() && parts.getLast().kind() == kind) {
                parts.add(new Part(kind, parts.removeLast().text() + word));
                return;
            }
            parts.add(new Part(kind, word));
        }
    }
}
