package io.taros.answering;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what a model wrote as a summary. A sentence that must not leave is left out; where a part
 * is missing then, there is no summary.
 */
final class WrittenSummary {
    private static final int MAX_PART = 700;
    private static final Pattern LABEL =
            Pattern.compile("^\\W*(WANTS|TRIED|OPEN)\\b[*_]*\\s*:[*_]*\\s*(.*)$");

    private enum Part {
        WANTS,
        TRIED,
        OPEN
    }

    private WrittenSummary() {}

    static Optional<Summary> read(String written, OutputFilter filter, String language) {
        var parts = parts(written);
        var wants = clean(parts, Part.WANTS, filter, language);
        var tried = clean(parts, Part.TRIED, filter, language);
        var open = clean(parts, Part.OPEN, filter, language);
        return wants.isEmpty() || tried.isEmpty() || open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Summary(wants, tried, open));
    }

    /** What stands before the first of them is no part of it. */
    private static Map<Part, StringBuilder> parts(String written) {
        var parts = new EnumMap<Part, StringBuilder>(Part.class);
        StringBuilder current = null;
        for (var line : OutputFilter.visible(written).lines().toList()) {
            var label = LABEL.matcher(line);
            if (label.matches()) {
                current =
                        parts.computeIfAbsent(
                                Part.valueOf(label.group(1)), part -> new StringBuilder());
                current.append(label.group(2));
            } else if (current != null && !line.isBlank()) {
                current.append(' ').append(line.strip());
            }
        }
        return parts;
    }

    private static String clean(
            Map<Part, StringBuilder> parts, Part part, OutputFilter filter, String language) {
        var text = parts.getOrDefault(part, new StringBuilder()).toString().strip();
        var kept =
                Sentences.sentences(text, Locale.forLanguageTag(language)).stream()
                        .map(span -> text.substring(span.start(), span.end()).strip())
                        .filter(sentence ->
                                sentence.codePoints().anyMatch(Character::isLetterOrDigit))
                        .filter(sentence -> filter.objection(sentence, List.of()) == null)
                        .collect(Collectors.joining(" "));
        return kept.length() <= MAX_PART ? kept : kept.substring(0, MAX_PART) + "…";
    }
}
