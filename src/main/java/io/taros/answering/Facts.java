package io.taros.answering;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must be exactly right in a sentence: numbers, names and whether it says yes or no. */
final class Facts {
    /** Any token with a digit: amounts, dates, times, article numbers, codes. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]*\\d[\\p{L}\\p{N}]*(?:[.,:/'’-]\\d+)*");

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,'’](?=\\d{3}(?!\\d))");
    private static final Pattern ZERO_CENTS = Pattern.compile("[.,](?:00|-)$");
    private static final Pattern LETTER =
            Pattern.compile("(?<=\\p{Ll}\\s)([B-HJ-Z])(?![\\p{L}\\p{N}'’.])");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?<=[\\p{L}\\p{N},;:)]\\s{1,2})\\p{Lu}[\\p{L}\\p{N}]*(?:[-'’&]\\p{L}+)*");

    private static final int SCOPE = 4;

    private Facts() {}

    static Set<String> numbers(String text) {
        var numbers = new LinkedHashSet<String>();
        var matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(normalized(matcher.group()));
        }
        return numbers;
    }

    /** 1,000 and 1.000 are one number, and so are 49.00 and 49. */
    private static String normalized(String number) {
        var plain = THOUSANDS.matcher(number.toLowerCase(Locale.ROOT)).replaceAll("");
        return ZERO_CENTS.matcher(plain).replaceAll("").replace(',', '.');
    }

    /** Lone capitals such as the B of "plan B". */
    static Set<String> letters(String text) {
        var letters = new LinkedHashSet<String>();
        var matcher = LETTER.matcher(text);
        while (matcher.find()) {
            letters.add(matcher.group(1));
        }
        return letters;
    }

    /**
     * Capitalised words inside a sentence. In German every noun is one, so there they prove
     * nothing.
     */
    static Set<String> names(String text, String language) {
        var names = new LinkedHashSet<String>();
        if (language.equals("de")) {
            return names;
        }
        var lexicon = Lexicon.of(language);
        var matcher = NAME.matcher(text);
        while (matcher.find()) {
            var name = matcher.group().toLowerCase(Locale.ROOT);
            if (!lexicon.functionWords().contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    static boolean negated(String text, String language) {
        var negations = Lexicon.of(language).negations();
        return Words.plain(text).stream().anyMatch(negations::contains);
    }

    /**
     * The content words that a negation speaks about: a few after it, or before it where it ends
     * the clause.
     */
    static Set<String> denied(String text, String language) {
        var lexicon = Lexicon.of(language);
        var words = Words.plain(text);
        var denied = new LinkedHashSet<String>();
        for (var i = 0; i < words.size(); i++) {
            if (lexicon.negations().contains(words.get(i))) {
                var after =
                        content(
                                words.subList(i + 1, Math.min(words.size(), i + 1 + SCOPE)),
                                lexicon);
                denied.addAll(
                        after.isEmpty()
                                ? content(words.subList(Math.max(0, i - SCOPE), i), lexicon)
                                : after);
            }
        }
        return denied;
    }

    private static Set<String> content(List<String> words, Lexicon lexicon) {
        return words.stream()
                .filter(word -> !lexicon.functionWords().contains(word))
                .map(word -> Words.stem(word, lexicon.language()))
                .collect(Collectors.toSet());
    }
}
