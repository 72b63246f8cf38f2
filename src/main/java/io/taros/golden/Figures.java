package io.taros.golden;

import io.taros.platform.web.MarkedText;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers, dates and amounts of a text as they stand there, so that a text that says the same
 * has each of them by {@link Facts}. A sign or a currency beside a number belongs to it, a month
 * beside a day; any other word is for a person to require.
 */
final class Figures {
    private static final List<String> LANGUAGES =
            List.of("en", "da", "de", "sv", "nb", "nl", "fr", "es");

    /** A token with a digit, and those that follow it after a space, as in a telephone number. */
    private static final String NUMBER =
            "\\+?(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]*\\d[\\p{L}\\p{N}]*(?:[.,:/'’-]\\d+)*(?:[ \\u00a0]\\d+(?:[.,:/'’-]\\d+)*(?!\\p{L}))*";

    private static final String CURRENCY =
            "(?:[€$£%]|(?:kr|euros?|DKK|SEK|NOK|EUR|USD|GBP|CHF)(?![\\p{L}\\p{N}]))";
    private static final String MONTH = "(?:" + months() + ")(?![\\p{L}\\p{N}])";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er)?";
    private static final Pattern FIGURE =
            Pattern.compile(
                    String.join(
                            "|",
                            "(?<![\\p{L}\\p{N}])"
                                    + DAY
                                    + "\\.?\\s+(?:de\\s+)?"
                                    + MONTH
                                    + "(?:\\s+(?:de\\s+)?\\d{4})?",
                            "(?<![\\p{L}\\p{N}])" + MONTH + "\\s+" + DAY + "(?:,?\\s+\\d{4})?",
                            "(?<![\\p{L}\\p{N}])" + CURRENCY + "[.]?\\s?" + NUMBER,
                            NUMBER + "(?:\\s?" + CURRENCY + ")?"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Digits in these name a place or count the lines. */
    private static final Pattern NOT_SAID =
            Pattern.compile("https?://\\S+|\\S+@\\S+|(?m:^\\s*\\d{1,3}[.)]\\s)");

    private Figures() {}

    static List<String> in(String text) {
        var said = NOT_SAID.matcher(MarkedText.plain(text)).replaceAll(" ");
        return FIGURE.matcher(said)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .filter(figure -> figure.length() <= Expectation.MAX_FACT)
                .filter(figure -> Facts.occurs(figure, Facts.said(text)))
                .distinct()
                .limit(Expectation.MAX_FACTS)
                .toList();
    }

    private static String months() {
        return LANGUAGES.stream()
                .map(Locale::of)
                .flatMap(language ->
                        Arrays.stream(Month.values())
                                .flatMap(month ->
                                        Stream.of(TextStyle.FULL)
                                                .map(style ->
                                                        month.getDisplayName(style, language))))
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
