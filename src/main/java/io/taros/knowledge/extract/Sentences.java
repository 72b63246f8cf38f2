package io.taros.knowledge.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where sentences end, in English and Danish; wrong only in the direction of too few ends. */
final class Sentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "no", "nos",
                    "inc", "ltd", "co", "fig", "vol", "approx", "dept", "est", "jan", "feb", "mar",
                    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "f.eks", "fx",
                    "bl.a", "ca", "nr", "kl", "jf", "mv", "m.v", "osv", "dvs", "d.v.s", "pr", "stk",
                    "tlf", "evt", "inkl", "ekskl", "hhv", "mfl", "m.fl", "pga", "p.g.a", "vedr",
                    "bet", "kap", "maks", "min", "mio", "mia", "kr", "adr", "afd", "m.m", "o.l",
                    "o.lign", "sml", "tidl", "ang", "max");

    private Sentences() {}

    /** The text in pieces that put together give it again, each ending where a sentence may end. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            if (isEnd(text.charAt(i))) {
                int next = afterClosing(text, i + 1);
                if (next < text.length()
                        && Character.isWhitespace(text.charAt(next))
                        && mayEnd(text, start, i, next)) {
                    int begin = afterSpace(text, next);
                    sentences.add(text.substring(start, begin));
                    start = begin;
                    i = begin - 1;
                }
            }
        }
        if (start < text.length()) {
            sentences.add(text.substring(start));
        }
        return sentences;
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '\u3002';
    }

    private static int afterClosing(String text, int i) {
        int next = i;
        while (next < text.length() && "\"'”’»)]*".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    private static int afterSpace(String text, int i) {
        int next = i;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean mayEnd(String text, int start, int end, int space) {
        int begin = afterSpace(text, space);
        if (begin < text.length() && Character.isLowerCase(text.charAt(begin))) {
            return false;
        }
        if (text.charAt(end) != '.') {
            return true;
        }
        int word = end;
        while (word > start
                && !Character.isWhitespace(text.charAt(word - 1))
                && "(\"'".indexOf(text.charAt(word - 1)) < 0) {
            word--;
        }
        String last = text.substring(word, end).toLowerCase(Locale.ROOT);
        boolean ordinal =
                !last.isEmpty() && last.chars().allMatch(Character::isDigit) && last.length() < 3;
        return last.length() > 1 && !ordinal && !ABBREVIATIONS.contains(last);
    }
}
