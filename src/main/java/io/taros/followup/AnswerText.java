package io.taros.followup;

import java.util.List;
import java.util.Map;
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

    /** {@code -----Original Message-----} in any language, and the rule that Outlook draws. */
    private static final Pattern RULE =
            Pattern.compile("^\\s*(-{4,}\\s?\\p{L}[\\p{L} ]{3,40}-{4,}|_{20,})\\s*$");

    /** Anybody may write anything: beyond these nothing is looked at. */
    private static final int LONGEST = 200_000;

    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 500;

    /** How {@code On Friday at ten Robin wrote:} begins and what it says. */
    private static final Map<String, String> VERBS =
            Map.of("On ", " wrote", "Den ", " skrev", "D. ", " skrev", "Am ", " schrieb");

    /** How much may stand between an address and the colon. */
    private static final int AFTER_ADDRESS = 40;

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
        var lines =
                whole.substring(0, Math.min(whole.length(), LONGEST))
                        .replace('\u00a0', ' ')
                        .lines()
                        .limit(MOST_LINES)
                        .map(String::stripTrailing)
                        .toList();
        var above = joined(lines.subList(0, historyOf(lines)));
        return above.isBlank() || isBelow(lines) ? withoutQuotes(lines) : unsigned(above);
    }

    /** Whether it begins with what it answers. */
    private static boolean isBelow(List<String> lines) {
        var written = lines.stream().filter(line -> !line.isBlank()).toList();
        return isQuote(written.getFirst())
                || (written.size() > 1 && isByVerb(written.getFirst()) && isQuote(written.get(1)));
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
        return is(MARKER, line)
                || is(RULE, line)
                || isHeadOfQuote(lines, index)
                || isHeadings(lines, index)
                || (isQuote(line) && isAllQuoted(lines, index));
    }

    /** Some programs break the sentence over lines. */
    private static boolean isHeadOfQuote(List<String> lines, int index) {
        var most = is(BEGINNING, lines.get(index)) ? WRAPPED : 1;
        return IntStream.rangeClosed(1, Math.min(most, lines.size() - index))
                .anyMatch(length -> {
                    var sentence = String.join(" ", lines.subList(index, index + length));
                    return isByAddress(sentence)
                            || (isByVerb(sentence) && isAllQuoted(lines, index + length));
                });
    }

    private static boolean is(Pattern pattern, String line) {
        return line.length() <= LONGEST_LINE && pattern.matcher(line).matches();
    }

    /** {@code On Friday at ten Robin <robin@acme.example> wrote:} and its like. */
    private static boolean isByAddress(String sentence) {
        var open = sentence.lastIndexOf('<');
        var close = sentence.indexOf('>', Math.max(open, 0));
        if (open < 0 || close < 0 || !isHead(sentence)) {
            return false;
        }
        var address = sentence.substring(open, close);
        return sentence.length() - close <= AFTER_ADDRESS + 2
                && address.indexOf('@') > 1
                && address.indexOf(' ') < 0
                && hasDigit(sentence.substring(0, open));
    }

    private static boolean isByVerb(String sentence) {
        var said = sentence.replaceFirst("^[>\\s]+", "");
        return isHead(sentence)
                && hasDigit(said)
                && VERBS.entrySet().stream()
                        .anyMatch(verb ->
                                said.startsWith(verb.getKey()) && said.contains(verb.getValue()));
    }

    private static boolean isHead(String sentence) {
        return sentence.length() <= LONGEST_LINE && sentence.endsWith(":");
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static boolean isHeadings(List<String> lines, int index) {
        return is(SENDER, lines.get(index))
                && lines.subList(index + 1, Math.min(lines.size(), index + 1 + HEADINGS)).stream()
                                .filter(line -> is(HEADING, line))
                                .count()
                        > 1;
    }

    private static boolean isQuote(String line) {
        return line.stripLeading().startsWith(">");
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
                        .filter(index -> !is(MARKER, lines.get(index)))
                        .filter(index -> !is(RULE, lines.get(index)))
                        .filter(index -> !isByAddress(lines.get(index)))
                        .filter(index -> !isByVerb(lines.get(index)))
                        .mapToObj(lines::get)
                        .collect(Collectors.joining("\n"));
        return unsigned(own);
    }

    private static String unsigned(String text) {
        var lines = text.strip().lines().toList();
        var end =
                IntStream.range(1, lines.size())
                        .filter(index ->
                                is(SIGNATURE, lines.get(index))
                                        || (index == lines.size() - 1
                                                && is(DEVICE, lines.get(index))))
                        .findFirst()
                        .orElse(lines.size());
        return joined(lines.subList(0, end)).strip();
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }
}
