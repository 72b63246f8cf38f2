package io.taros.platform.masking;

import io.taros.platform.masking.Identifiers.Found;
import io.taros.platform.masking.Identifiers.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** International bank account numbers: a country's length, and the sum of ISO 7064. */
final class BankAccounts {
    private static final Pattern BEGINNING =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}\\d{2}(?=[ -]?[A-Za-z0-9])");

    /** Countries in which payments are made by IBAN alone, and their neighbours. */
    private static final Map<String, Integer> LENGTHS =
            lengths(
                    "NO15 BE16 DK18 FI18 FO18 GL18 NL18 MK19 SI19 AT20 BA20 EE20 LT20 LU20 XK20 CH21 HR21 LI21 LV21"
                            + " BG22 DE22 GB22 GE22 IE22 ME22 RS22 AE23 GI23 IL23 AD24 CZ24 ES24 MD24 RO24 SA24 SE24 SK24"
                            + " PT25 IS26 TR26 FR27 GR27 IT27 MC27 SM27 AL28 CY28 HU28 PL28 MT31");

    private BankAccounts() {}

    static List<Found> in(String text, Neighbourhood around) {
        var found = new ArrayList<Found>();
        var beginning = BEGINNING.matcher(text);
        around.restrict(beginning);
        while (beginning.find()) {
            var length =
                    LENGTHS.get(
                            text.substring(beginning.start(), beginning.start() + 2)
                                    .toUpperCase(Locale.ROOT));
            var end = length == null ? -1 : end(text, beginning.start(), length);
            if (end > 0 && isAccount(text.substring(beginning.start(), end))) {
                found.add(new Found(Kind.IBAN, beginning.start(), end));
            }
        }
        return found;
    }

    /** Where as many letters and digits end, with single blanks between; -1 where they do not. */
    private static int end(String text, int start, int length) {
        var taken = 0;
        for (var i = start; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isPart(c)) {
                taken++;
                if (taken == length) {
                    var next = i + 1;
                    return next == text.length() || !isPart(text.charAt(next)) ? next : -1;
                }
            } else if ((c != ' ' && c != '-') || !isPart(text.charAt(i - 1))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isPart(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isAccount(String written) {
        var plain = written.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        var turned = plain.substring(4) + plain.substring(0, 4);
        var rest = 0;
        for (var c : turned.toCharArray()) {
            var value = Character.getNumericValue(c);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest == 1;
    }

    private static Map<String, Integer> lengths(String table) {
        var lengths = new HashMap<String, Integer>();
        for (var entry : table.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
