package io.taros.platform.masking;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Numbers that a state gives a person, of states whose numbers can be told from others. */
final class NationalIds {
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])(?<!\\d[.,/-])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])(?![.,/-]\\d)";

    static final Map<Pattern, Predicate<String>> FORMS = forms();

    private NationalIds() {}

    private static Map<Pattern, Predicate<String>> forms() {
        var forms = new LinkedHashMap<Pattern, Predicate<String>>();
        add(forms, "\\d{6}[ -]?\\d{4}", NationalIds::isDanish);
        add(forms, "(?:19|20)?\\d{6}[-+]\\d{4}|(?:19|20)\\d{10}", NationalIds::isSwedish);
        add(forms, "\\d{6} ?\\d{5}", id -> isNorwegian(id) || isPolish(id));
        add(forms, "\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Z]", NationalIds::isFinnish);
        add(forms, "\\d{8}-?[A-Z]", NationalIds::isSpanish);
        add(
                forms,
                "[12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{2}",
                NationalIds::isFrench);
        add(forms, "\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}", NationalIds::isBelgian);
        add(
                forms,
                "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]",
                british -> true);
        add(forms, "(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}", american -> true);
        return forms;
    }

    private static void add(
            Map<Pattern, Predicate<String>> forms, String written, Predicate<String> check) {
        forms.put(Pattern.compile(BEFORE + "(?:" + written + ")" + AFTER), check);
    }

    /** Since 2007 the sum no longer holds for all, so the date of birth decides. */
    static boolean isDanish(String written) {
        var d = digits(written);
        var year = number(d, 4, 6);
        var century = d.charAt(6) - '0';
        var full =
                switch (century) {
                    case 0, 1, 2, 3 -> 1900 + year;
                    case 4, 9 -> year <= 36 ? 2000 + year : 1900 + year;
                    default -> year <= 57 ? 2000 + year : 1800 + year;
                };
        return isDate(full, number(d, 2, 4), number(d, 0, 2));
    }

    private static boolean isSwedish(String written) {
        var d = digits(written);
        var ten = d.substring(d.length() - 10);
        // Numbers for who is not registered have 60 added to the day.
        var day = number(ten, 4, 6);
        return isDate(2000, number(ten, 2, 4), day > 60 ? day - 60 : day) && Cards.luhn(ten);
    }

    private static boolean isNorwegian(String written) {
        var d = digits(written);
        var day = number(d, 0, 2);
        return isDate(2000, number(d, 2, 4), day > 40 ? day - 40 : day)
                && sum(d, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && sum(d, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    private static boolean isPolish(String written) {
        var d = digits(written);
        return isDate(2000, number(d, 2, 4) % 20, number(d, 4, 6))
                && sum(d, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
    }

    private static boolean isFinnish(String written) {
        var nine = Integer.parseInt(written.substring(0, 6) + written.substring(7, 10));
        return isDate(2000, number(written, 2, 4), number(written, 0, 2))
                && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(nine % 31) == written.charAt(10);
    }

    private static boolean isSpanish(String written) {
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number(written, 0, 8) % 23)
                == written.charAt(written.length() - 1);
    }

    private static boolean isFrench(String written) {
        var d = digits(written);
        return 97 - Long.parseLong(d.substring(0, 13)) % 97 == number(d, 13, 15);
    }

    private static boolean isBelgian(String written) {
        var d = digits(written);
        var check = number(d, 9, 11);
        return 97 - Long.parseLong(d.substring(0, 9)) % 97 == check
                || 97
                                - new BigInteger("2" + d.substring(0, 9))
                                        .mod(BigInteger.valueOf(97))
                                        .intValue()
                        == check;
    }

    private static int sum(String digits, int... weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static String digits(String written) {
        return written.replaceAll("\\D", "");
    }
}
