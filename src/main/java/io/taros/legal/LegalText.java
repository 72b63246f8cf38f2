package io.taros.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of a text in one language.
 *
 * @param date it is of
 */
public record LegalText(int version, LocalDate date, String title, List<Block> blocks) {
    private static final Pattern AT_BEGINNING = Pattern.compile("(?:^|(?<=[.!?:] ))\\{operator\\}");
    private static final String DATE = "date: ";
    private static final String TITLE = "# ";
    private static final String HEADING = "## ";
    private static final String PART = "[[";

    public sealed interface Block {}

    public record Heading(String text) implements Block {}

    public record Paragraph(String text) implements Block {}

    /** Made from how this installation is set up. */
    public record Part(Generated what) implements Block {}

    public enum Generated {
        PROCESSING,
        STORAGE,
        RECIPIENTS
    }

    public LegalText {
        blocks = List.copyOf(blocks);
    }

    /**
     * One block a line: {@code date: }, {@code # } title, {@code ## } heading, {@code [[part]]}.
     */
    static LegalText read(int version, List<String> lines) {
        var blocks = new ArrayList<Block>();
        for (var line : lines.subList(2, lines.size())) {
            if (line.startsWith(HEADING)) {
                blocks.add(new Heading(line.substring(HEADING.length())));
            } else if (line.startsWith(PART)) {
                var name = line.substring(PART.length(), line.indexOf("]]"));
                blocks.add(new Part(Generated.valueOf(name.toUpperCase(Locale.ROOT))));
            } else {
                blocks.add(new Paragraph(line));
            }
        }
        return new LegalText(
                version,
                LocalDate.parse(lines.get(0).substring(DATE.length())),
                lines.get(1).substring(TITLE.length()),
                blocks);
    }

    /**
     * With the names of whoever runs this installation in it.
     *
     * @param isNamed whether the operator's is a name, or a word as others
     */
    LegalText with(String operator, String contact, boolean isNamed) {
        return new LegalText(
                version,
                date,
                title,
                blocks.stream()
                        .map(block ->
                                block instanceof Paragraph(var text)
                                        ? new Paragraph(
                                                named(text, operator, isNamed)
                                                        .replace("{contact}", contact))
                                        : block)
                        .toList());
    }

    /** Without a name, whoever it is begins a sentence as any other word does. */
    private static String named(String text, String operator, boolean isNamed) {
        var first =
                isNamed
                        ? operator
                        : operator.substring(0, 1).toUpperCase(Locale.ROOT) + operator.substring(1);
        return AT_BEGINNING
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(first))
                .replace("{operator}", operator);
    }
}
