package io.taros.followup;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody wrote, without what their mail program put below it: the mail it answers, a
 * signature. Whatever is in doubt stays, for a question that was cut is worse than a quote too
 * much.
 */
final class AnswerText {
    private static final Pattern MARKER = Pattern.compile("^[>\\s]*##-.{1,200}-##\\s*$");
    private static final Pattern QUOTE = Pattern.compile("^\\s*>.*");

    /** {@code -----Original Message-----} in any language, and the rule that Outlook draws. */
    private static final Pattern RULE =
            Pattern.compile("^\\s*(-{4,}\\s?\\p{L}[\\p{L} ]{3,40}-{4,}|_{20,})\\s*$");

    /** {@code On Friday at ten Robin <robin@acme.example> wrote:} and its like. */
    private static final Pattern BY_ADDRESS =
            Pattern.compile("^[>\\s]*\\S.*\\d.*<(mailto:)?[^<>\\s]+@[^<>\\s]+>.{0,40}:$");

    private static final Pattern BY_VERB =
            Pattern.compile(
                    "^[>\\s]*(On .*\\d.* wrote|(Den|D\\.) .*\\d.* skrev\\b.*|Am .*\\d.* schrieb\\b.*):$");

    /** Of such a sentence that is broken over lines. */
    private static final Pattern BEGINNING =
            Pattern.compile("^[>\\s]*(On|Den|D\\.|Am|Le|El|Il|Op|Em) .*\\d.*");

    private static final Pattern SENDER =
            Pattern.compile("^[>\\s*]*(From|Fra|Von|Från|De|Van):.*\\S.*");

    private static final Pattern HEADING =
            Pattern.compile(
                    "^[>\\s*]*(Sent|Date|To|Cc|Subject|Sendt|Dato|Til|Emne|Gesendet|Datum|An|Betreff|Skickat|Till|Ämne|Envoyé|À|Objet|Verzonden|Aan|Onderwerp) ?:.*");

    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?i)^(sent from|sendt fra|gesendet von|von meinem .{2,40} gesendet|skickat från|get outlook for|hent outlook|outlook für|få outlook).*");

    private static final Pattern SIGNATURE = Pattern.compile("^--\\s?$");

    private static final int WRAPPED = 3;
    private static final int HEADINGS = 5;

    private AnswerText() {}

    /** Below this line nothing is taken. */
    static String marker(String words) {
        return "##- " + words + " -##";
    }

    static String of(String whole) {
        var lines = whole.replace('\u00a0', ' ').lines().map(String::stripTrailing).toList();
        var above = joined(lines.subList(0, historyOf(lines)));
        return above.isBlank() || isBelow(lines) ? withoutQuotes(lines) : unsigned(above);
    }

    /** Whether it begins with what it answers. */
    private static boolean isBelow(List<String> lines) {
        var written = lines.stream().filter(line -> !line.isBlank()).toList();
        return isQuote(written.getFirst())
                || (written.size() > 1
                        && BY_VERB.matcher(written.getFirst()).matches()
                        && isQuote(written.get(1)));
    }

    /** Where what is not new begins; the end where all is. */
    private static int historyOf(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(index -> isHistory(lines, index))
                .findFirst()
                .orElse(lines.size());
    }

    private static boolean isHistory(List<String> lines, int index) {
        var line = lines.get(index);
        return MARKER.matcher(line).matches()
                || RULE.matcher(line).matches()
                || isHeadOfQuote(lines, index)
                || isHeadings(lines, index)
                || (isQuote(line) && isAllQuoted(lines, index));
    }

    /** Some programs break the sentence over lines. */
    private static boolean isHeadOfQuote(List<String> lines, int index) {
        var most = BEGINNING.matcher(lines.get(index)).matches() ? WRAPPED : 1;
        return IntStream.rangeClosed(1, Math.min(most, lines.size() - index))
                .anyMatch(length -> {
                    var sentence = String.join(" ", lines.subList(index, index + length));
                    return BY_ADDRESS.matcher(sentence).matches()
                            || (BY_VERB.matcher(sentence).matches()
                                    && isAllQuoted(lines, index + length));
                });
    }

    private static boolean isHeadings(List<String> lines, int index) {
        return SENDER.matcher(lines.get(index)).matches()
                && lines.subList(index + 1, Math.min(lines.size(), index + 1 + HEADINGS)).stream()
                                .filter(line -> HEADING.matcher(line).matches())
                                .count()
                        > 1;
    }

    private static boolean isQuote(String line) {
        return QUOTE.matcher(line).matches();
    }

    private static boolean isAllQuoted(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .allMatch(line -> line.isBlank() || isQuote(line));
    }

    /** Whoever writes below or in between. */
    private static String withoutQuotes(List<String> lines) {
        var own =
                IntStream.range(0, lines.size())
                        .filter(index -> !isQuote(lines.get(index)))
                        .filter(index -> !MARKER.matcher(lines.get(index)).matches())
                        .filter(index -> !RULE.matcher(lines.get(index)).matches())
                        .filter(index -> !BY_ADDRESS.matcher(lines.get(index)).matches())
                        .filter(index -> !BY_VERB.matcher(lines.get(index)).matches())
                        .mapToObj(lines::get)
                        .collect(Collectors.joining("\n"));
        return unsigned(own);
    }

    private static String unsigned(String text) {
        var lines = text.strip().lines().toList();
        var end =
                IntStream.range(1, lines.size())
                        .filter(index ->
                                SIGNATURE.matcher(lines.get(index)).matches()
                                        || (index == lines.size() - 1
                                                && DEVICE.matcher(lines.get(index)).matches()))
                        .findFirst()
                        .orElse(lines.size());
        return joined(lines.subList(0, end)).strip();
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }
}
