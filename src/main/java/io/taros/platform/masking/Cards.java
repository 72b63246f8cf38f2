package io.taros.platform.masking;

import java.util.regex.Pattern;

/** Numbers of payment cards: a network's beginning and length, and Luhn's sum (ISO 7812). */
final class Cards {
    private static final Pattern NETWORKS =
            Pattern.compile(
                    "4\\d{12}(?:\\d{3}){0,2}|5[1-5]\\d{14}|2[2-7]\\d{14}|3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}"
                            + "|35\\d{14}|6(?:011|[45]\\d\\d)\\d{12}|62\\d{14,17}|5019\\d{12}|(?:5[06-8]|6\\d)\\d{10,17}");

    private Cards() {}

    static boolean isCard(String written) {
        var digits = written.replaceAll("\\D", "");
        return NETWORKS.matcher(digits).matches()
                && luhn(digits)
                && digits.chars().distinct().count() > 1;
    }

    static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
