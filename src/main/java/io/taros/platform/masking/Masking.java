package io.taros.platform.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that stand for what identifies people in the texts of one call, and the way back. The same
 * value is the same word in all of them. Words, not signs: models copy those most faithfully.
 */
public final class Masking {
    /** What a word begins with that stands for a value. */
    private static final String BEGINNING = "MASKED";

    private static final String ENDING = "X";

    private final String beginning;
    private final Pattern word;
    private final List<Value> values = new ArrayList<>();

    private record Value(Identifiers.Kind kind, String text) {
        /** However it is written: in capitals, and a number with whatever between its digits. */
        private boolean isSame(Value other) {
            return kind == other.kind && plain().equals(other.plain());
        }

        /** The signs of an address are its own: my-shop.dk is not myshop.dk. */
        private String plain() {
            var lower = text.toLowerCase(Locale.ROOT);
            return switch (kind) {
                case EMAIL -> lower;
                case IBAN, CARD, ID, PHONE -> lower.replaceAll("[ ()./-]", "");
            };
        }
    }

    private Masking(String beginning) {
        this.beginning = beginning;
        this.word = Pattern.compile(beginning + "_[A-Z]{2,5}_(\\d{1,4})");
    }

    /**
     * For the texts of one call. None of them has a word that could be taken for one of ours, so
     * nobody can have another value put in its place by writing it.
     */
    public static Masking of(String... texts) {
        var beginning = BEGINNING;
        while (String.join("\n", texts).contains(beginning)) {
            beginning += ENDING;
        }
        return new Masking(beginning);
    }

    /**
     * Without what identifies people: for who takes single words of it, which tell no more alone.
     */
    public static String without(String text) {
        var left = new StringBuilder();
        var from = 0;
        for (var one : Identifiers.in(text)) {
            left.append(text, from, one.start()).append(' ');
            from = one.end();
        }
        return left.append(text.substring(from)).toString();
    }

    public String mask(String text) {
        var found = Identifiers.in(text);
        if (found.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder();
        var from = 0;
        for (var one : found) {
            var value = new Value(one.kind(), text.substring(one.start(), one.end()));
            masked.append(text, from, one.start()).append(wordFor(value));
            from = one.end();
        }
        return masked.append(text.substring(from)).toString();
    }

    private String wordFor(Value value) {
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i).isSame(value)) {
                return word(i);
            }
        }
        values.add(value);
        return word(values.size() - 1);
    }

    private String word(int i) {
        return beginning + "_" + values.get(i).kind().name() + "_" + (i + 1);
    }

    /** How many values were replaced so far, each once. */
    public int values() {
        return values.size();
    }

    /** One of the words, for who has to explain them to a model. */
    public String example() {
        return values.isEmpty() ? beginning + "_" + Identifiers.Kind.EMAIL.name() + "_1" : word(0);
    }

    /** A whole text; words that stand for nothing stay. */
    public String restore(String text) {
        return values.isEmpty()
                ? text
                : word.matcher(text)
                        .replaceAll(match ->
                                java.util.regex.Matcher.quoteReplacement(
                                        original(match.group(), match.group(1))));
    }

    private String original(String word, String number) {
        var i = Integer.parseInt(number) - 1;
        return i >= 0 && i < values.size() && word(i).equals(word) ? values.get(i).text() : word;
    }

    /** For a text that arrives in pieces. */
    public Restoring restoring() {
        return new Restoring(this);
    }

    /**
     * Where a word of ours may have begun whose end is not there yet; the length where none has.
     */
    int unfinished(String text) {
        var start = text.lastIndexOf(beginning.charAt(0));
        // The beginning may hold its own first letter again, so all places are looked at.
        var earliest = text.length();
        while (start >= 0 && text.length() - start <= beginning.length() + 11) {
            if (mayBecomeWord(text.substring(start))) {
                earliest = start;
            }
            start = start == 0 ? -1 : text.lastIndexOf(beginning.charAt(0), start - 1);
        }
        return earliest;
    }

    private boolean mayBecomeWord(String rest) {
        if (beginning.startsWith(rest)) {
            return true;
        }
        return rest.startsWith(beginning)
                && rest.substring(beginning.length()).matches("_?[A-Z]{0,5}|_[A-Z]{2,5}_\\d{0,4}");
    }
}
