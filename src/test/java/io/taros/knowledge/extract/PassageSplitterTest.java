package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {
    private static final String DANISH = "Du kan sende varen retur i fjorten dage.";
    private static final String ENGLISH = "You can send the goods back for a fortnight.";

    private static List<PassageSplitter.Cut> split(String text) {
        return PassageSplitter.split(text, paragraph -> "und");
    }

    private static String languageOf(String paragraph) {
        return switch (paragraph) {
            case DANISH -> "da";
            case ENGLISH -> "en";
            default -> "und";
        };
    }

    @Test
    void beginsAPassageWhereATextGoesOnInAnotherLanguage() {
        var text = String.join("\n\n", DANISH, "OK", DANISH, ENGLISH, "Robin", ENGLISH);

        assertThat(PassageSplitter.split(text, PassageSplitterTest::languageOf))
                .containsExactly(
                        new PassageSplitter.Cut("", DANISH + "\n\nOK\n\n" + DANISH, "da"),
                        new PassageSplitter.Cut("", ENGLISH + "\n\nRobin\n\n" + ENGLISH, "en"));
    }

    @Test
    void takesAHeadingAlongToTheLanguageOfWhatIsUnderIt() {
        var text = "# Retur\n\n" + DANISH + "\n\n## English\n\n### Returns\n\n" + ENGLISH;

        assertThat(PassageSplitter.split(text, PassageSplitterTest::languageOf))
                .containsExactly(
                        new PassageSplitter.Cut("Retur", DANISH, "da"),
                        new PassageSplitter.Cut("Retur > English > Returns", ENGLISH, "en"));
    }

    @Test
    void judgesATableAsAWhole() {
        var table = "| Navn | By |\n| Ann Smith | London |\n| Jens Friis | Ribe |";

        var cuts =
                PassageSplitter.split(
                        DANISH + "\n\n" + table,
                        part -> part.equals(table) || part.equals(DANISH) ? "da" : "en");

        assertThat(cuts)
                .containsExactly(new PassageSplitter.Cut("", DANISH + "\n\n" + table, "da"));
    }

    @Test
    void saysOfEveryPartOfALongParagraphWhatItIsIn() {
        var text = DANISH + "\n\n" + (ENGLISH + " ").repeat(60).strip();

        var cuts = PassageSplitter.split(text, part -> part.equals(DANISH) ? "da" : "en");

        assertThat(cuts).hasSizeGreaterThan(3);
        assertThat(cuts.getFirst().language()).isEqualTo("da");
        assertThat(cuts.subList(1, cuts.size()))
                .allSatisfy(cut -> assertThat(cut.language()).isEqualTo("en"));
    }

    @Test
    void leavesAShortTextWhole() {
        assertThat(split("# Hours\n\nWe open at nine.\n\n- Mondays too\n- Sundays not"))
                .containsExactly(
                        new PassageSplitter.Cut(
                                "Hours",
                                "We open at nine.\n\n- Mondays too\n- Sundays not",
                                "und"));
    }

    @Test
    void keepsThePathOfHeadings() {
        String section = "A sentence about this very thing. ".repeat(20).strip();

        assertThat(split("# Guide\n\n## Start\n\n" + section + "\n\n## End\n\n" + section))
                .containsExactly(
                        new PassageSplitter.Cut("Guide > Start", section, "und"),
                        new PassageSplitter.Cut("Guide > End", section, "und"));
    }

    @Test
    void cutsLongParagraphsBetweenSentences() {
        String text = "Dr. Hansen sees patients from kl. 8 on, f.eks. on the 1. floor. ".repeat(60);

        List<PassageSplitter.Cut> cuts = split(text);

        assertThat(cuts).hasSizeGreaterThan(3);
        assertThat(cuts.subList(0, cuts.size() - 1))
                .allSatisfy(cut -> {
                    assertThat(cut.text()).startsWith("Dr. Hansen").endsWith("1. floor.");
                    assertThat(cut.text().length()).isBetween(800, 1_200);
                });
    }

    @Test
    void cutsEvenATextWithoutSpaces() {
        String text = "日本語".repeat(2_000) + "😀".repeat(2_000);

        List<PassageSplitter.Cut> cuts = split(text);

        assertThat(cuts.stream().map(PassageSplitter.Cut::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(cuts)
                .allSatisfy(cut -> assertThat(cut.text().length()).isLessThanOrEqualTo(1_400));
    }

    @Test
    void beginsWithTheFirstRowOfATableWhenGoingOnWithIt() {
        String head = "| Country | Days | Price |";
        String rows = "| Denmark | 2 | 39 kr. |\n".repeat(60).strip();

        List<PassageSplitter.Cut> cuts =
                split("What it costs.\n\n" + head + "\n" + rows + "\n\nThat is all.");

        assertThat(cuts).hasSizeGreaterThan(1);
        assertThat(cuts.getFirst().text()).startsWith("What it costs.\n\n" + head + "\n| Denmark");
        assertThat(cuts.subList(1, cuts.size()))
                .allSatisfy(cut -> assertThat(cut.text()).startsWith(head + "\n| Denmark"));
    }

    @Test
    void keepsAHeadingWithNothingUnderIt() {
        assertThat(split("## Lonely\n\n## Also\n\nText.\n\n## Last"))
                .extracting(PassageSplitter.Cut::text)
                .containsExactly("## Lonely\n\n## Also\n\nText.\n\n## Last");
    }

    @RepeatedTest(200)
    void neitherLosesNorRepeatsAnything(RepetitionInfo repetition) {
        String text = structured(new Random(repetition.getCurrentRepetition()));

        List<PassageSplitter.Cut> cuts = split(text);

        assertThat(
                        words(
                                cuts.stream()
                                        .map(PassageSplitter.Cut::text)
                                        .collect(Collectors.joining("\n"))))
                .containsExactlyElementsOf(words(text));
        assertThat(cuts)
                .allSatisfy(cut -> assertThat(cut.text().length()).isLessThanOrEqualTo(1_400));
    }

    /** The first row of a table may be there again. */
    private static List<String> words(String text) {
        var rows = new HashSet<String>();
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> !line.startsWith("|") || rows.add(line))
                .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String structured(Random random) {
        var text = new StringBuilder();
        int number = 0;
        for (int block = 0; block < 30; block++) {
            switch (random.nextInt(5)) {
                case 0 ->
                        text.append("#".repeat(1 + random.nextInt(4)))
                                .append(" Heading")
                                .append(number++);
                case 1 -> {
                    for (int item = 0; item < random.nextInt(12) + 1; item++) {
                        text.append("- item").append(number++).append(" with words\n");
                    }
                }
                case 2 -> {
                    for (int row = 0; row < random.nextInt(20) + 1; row++) {
                        text.append("| row").append(number++).append(" | value |\n");
                    }
                }
                case 3 -> {
                    for (int sentence = 0; sentence < random.nextInt(60) + 1; sentence++) {
                        text.append("Sentence")
                                .append(number++)
                                .append(" says something short, nr. 5 of many. ");
                    }
                }
                default -> text.append("```\ncode").append(number++).append("\n\nmore\n```");
            }
            text.append("\n\n");
        }
        return text.toString();
    }
}
