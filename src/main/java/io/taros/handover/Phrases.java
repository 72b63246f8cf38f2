package io.taros.handover;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as words, for finding words of an owner's in it: without capitals, accents and
 * punctuation. A word that ends with an asterisk is the beginning of one.
 */
record Phrases(String words) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}*]+");

    Phrases {
        words = " " + plain(words).replace("*", " ").replaceAll(" +", " ").strip() + " ";
    }

    boolean contain(String phrase) {
        var sought = plain(phrase);
        var isBeginning = sought.endsWith("*");
        var plain = sought.replace("*", "").strip();
        return !plain.isEmpty() && words.contains(" " + plain + (isBeginning ? "" : " "));
    }

    private static String plain(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
