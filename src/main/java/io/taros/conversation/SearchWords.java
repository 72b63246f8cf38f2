package io.taros.conversation;

import io.taros.platform.web.BadInput;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody looks for: all of these words in one text, in any order, also as parts of words,
 * without capitals and accents.
 */
public record SearchWords(List<String> folded) {
    public static final int MAX_LENGTH = 100;

    private static final int FEWEST_CHARACTERS = 2;
    private static final int MOST_WORDS = 10;

    /** How much is shown before and behind what was found. */
    private static final int AROUND = 70;

    public SearchWords {
        folded = List.copyOf(folded);
    }

    /**
     * @throws BadInput if there is too little or too much of it
     */
    public static SearchWords of(String typed) {
        var words =
                Arrays.stream(fold(typed).split("\\s+"))
                        .filter(Predicate.not(String::isEmpty))
                        .distinct()
                        .toList();
        if (String.join("", words).length() < FEWEST_CHARACTERS) {
            throw new BadInput("words", "conversation.search.short", FEWEST_CHARACTERS);
        }
        if (typed.length() > MAX_LENGTH || words.size() > MOST_WORDS) {
            throw new BadInput("words", "conversation.search.long", MAX_LENGTH, MOST_WORDS);
        }
        return new SearchWords(words);
    }

    /** The place of the first of them, with what stands around it; empty unless all are there. */
    public Optional<Snippet> in(String text) {
        var plain = fold(text);
        if (!folded.stream().allMatch(plain::contains)) {
            return Optional.empty();
        }
        var first = folded.stream().mapToInt(plain::indexOf).min().orElseThrow();
        var at = original(text, first);
        var from = text.offsetByCodePoints(at, -Math.min(AROUND, text.codePointCount(0, at)));
        var rest = text.codePointCount(at, text.length());
        var to = text.offsetByCodePoints(at, Math.min(2 * AROUND, rest));
        return Optional.of(snippet(text.substring(from, to), from > 0, to < text.length()));
    }

    private Snippet snippet(String cut, boolean isBeginCut, boolean isEndCut) {
        var parts = new ArrayList<Snippet.Part>();
        var done = 0;
        if (isBeginCut) {
            parts.add(new Snippet.Part("… ", false));
        }
        for (var match : matches(cut)) {
            if (match.to() <= done) {
                continue;
            }
            var from = Math.max(match.from(), done);
            if (from > done) {
                parts.add(new Snippet.Part(cut.substring(done, from), false));
            }
            parts.add(new Snippet.Part(cut.substring(from, match.to()), true));
            done = match.to();
        }
        parts.add(new Snippet.Part(cut.substring(done) + (isEndCut ? " …" : ""), false));
        return new Snippet(parts);
    }

    private record Range(int from, int to) {}

    private List<Range> matches(String cut) {
        var plain = fold(cut);
        var found = new ArrayList<Range>();
        for (var word : folded) {
            for (var at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
                found.add(new Range(original(cut, at), original(cut, at + word.length())));
            }
        }
        found.sort(Comparator.comparingInt(Range::from));
        return found;
    }

    private static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().forEach(character -> fold(character, folded));
        return folded.toString();
    }

    private static void fold(int character, StringBuilder folded) {
        if (character < 0x80) {
            folded.append((char) Character.toLowerCase(character));
            return;
        }
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                .codePoints()
                .filter(one -> Character.getType(one) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
    }

    /** Where in a text the character stands that became the one at a place of its folded form. */
    private static int original(String text, int place) {
        var folded = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var character = text.codePointAt(at);
            fold(character, folded);
            if (folded.length() > place) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }
}
