package io.taros.golden;

import io.taros.platform.web.MarkedText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words compared as a reader would who does not mind capitals or how lines break, but minds every
 * digit: 5 is not in 5.95, nor 30 in 130.
 */
final class Facts {
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern ADDRESS_EDGES = Pattern.compile("^https?://|#.*$");

    private Facts() {}

    static String plain(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACE.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** An answer without the markers of its citations, which are nothing it says. */
    static String said(String answer) {
        return plain(MarkedText.plain(answer));
    }

    static boolean occurs(String fact, String text) {
        var wanted = plain(fact);
        var within = plain(text);
        for (var at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
            if (isWhole(within, at, at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    /** By title or address; an address without its protocol, its last slash and its fragment. */
    static boolean names(String wanted, GivenAnswer.Source cited) {
        var url = cited.url();
        return plain(wanted).equals(plain(cited.title()))
                || (url != null && address(wanted).equals(address(url)));
    }

    private static String address(String url) {
        var bare = ADDRESS_EDGES.matcher(plain(url)).replaceAll("");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static boolean isWhole(String text, int from, int to) {
        return !(isDigit(text, from) && isNumberBefore(text, from))
                && !(isDigit(text, to - 1) && isNumberAfter(text, to));
    }

    private static boolean isNumberBefore(String text, int at) {
        return isDigit(text, at - 1) || (isMark(text, at - 1) && isDigit(text, at - 2));
    }

    private static boolean isNumberAfter(String text, int at) {
        return isDigit(text, at) || (isMark(text, at) && isDigit(text, at + 1));
    }

    private static boolean isMark(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
