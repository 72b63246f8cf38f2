package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.taros.Bundles;
import io.taros.golden.Expectation.Kind;
import io.taros.platform.web.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenFileTest {
    private static final String HEAD = "question,expectation,required,forbidden,source\n";

    private static List<GoldenFile.Line> read(String file) {
        return GoldenFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(byte[] file) {
        var refused = catchThrowableOfType(Refusal.class, () -> GoldenFile.read(file));
        assertThat(refused).isNotNull();
        return Bundles.all().getMessage(refused, Locale.ENGLISH);
    }

    private static String refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void holdsEverythingAQuestionCan() {
        var lines =
                read(
                        HEAD
                                + "\"Returns, how long?\",answer,30 days|unworn,\"14 days\n21 days\",Returns\n"
                                + "\n"
                                + "Who wins?,no_answer,,,\n"
                                + "Open?\n");

        assertThat(lines).extracting(GoldenFile.Line::number).containsExactly(2L, 5L, 6L);
        var first = lines.getFirst().content();
        assertThat(first.question()).isEqualTo("Returns, how long?");
        assertThat(first.expectation().required()).containsExactly("30 days", "unworn");
        assertThat(first.expectation().forbidden()).containsExactly("14 days", "21 days");
        assertThat(first.expectation().source()).isEqualTo("Returns");
        assertThat(lines.get(1).content().expectation().kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(lines.get(2).content().expectation().kind()).isEqualTo(Kind.ANSWER);
    }

    @Test
    void takesABarForPartOfAFactBehindABackslash() {
        var facts = read(HEAD + "Open?,answer,a\\|b | c|'=d\n").getFirst().content().expectation();

        assertThat(facts.required()).containsExactly("a|b", "c", "'=d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFQuestion;Source\r\nÅbent?;Kontakt\r\n",
                "source\tquestion\nKontakt\tÅbent?",
                "source,question\nKontakt,Åbent?\n,\n"
            })
    void isReadAsSpreadsheetsWriteIt(String file) {
        var line = read(file).getFirst().content();

        assertThat(line.question()).isEqualTo("Åbent?");
        assertThat(line.expectation().source()).isEqualTo("Kontakt");
    }

    @Nested
    class IsRefused {
        @Test
        void withTheLineThatIsWrong() {
            assertThat(refusal(HEAD + "Open?,answer,,,\nWho wins?,perhaps,,,\n"))
                    .isEqualTo(
                            "Line 3 is wrong, so nothing was imported. Say “answer” or “no_answer” for what is expected.");
            assertThat(refusal(HEAD + "Open?\n ,answer,30 days,,\n"))
                    .startsWith("Line 3 is wrong")
                    .endsWith("Write a question.");
            assertThat(refusal(HEAD + "Who wins?,no_answer,Kim,,\n"))
                    .startsWith("Line 2 is wrong")
                    .contains("must not be answered");
            assertThat(refusal(HEAD + "Open, or not?,answer,,,Contact\n"))
                    .startsWith("Line 2 is wrong")
                    .contains("more cells than the 5 named columns");
            assertThat(refusal(HEAD + "Open?\n" + "x".repeat(1_001)))
                    .startsWith("Line 3 is wrong")
                    .contains("at most 1,000 characters");
        }

        @Test
        void whereAQuotationMarkStaysOpenOrClosesEarly() {
            assertThat(refusal(HEAD + "Open?\n\"Closed?,answer\n"))
                    .startsWith("Line 3 is wrong")
                    .contains("quotation mark");
            assertThat(refusal(HEAD + "\n\"Open\n\nor not?\"\n\n\"Closed?,answer\n"))
                    .startsWith("Line 7 is wrong");
            assertThat(refusal(HEAD + "\"Op\"en?,answer\n"))
                    .startsWith("Line 2 is wrong")
                    .contains("quotation mark");
        }

        @Test
        void withoutColumnsThatAreKnown() {
            assertThat(refusal("Open?,answer\n")).contains("must name the columns");
            assertThat(refusal("question,requierd\nOpen?,9\n")).contains("“requierd”");
            assertThat(refusal("question,question\nOpen?,9\n")).contains("“question”");
        }

        @Test
        void withoutAQuestion() {
            assertThat(refusal("")).contains("no question in the file");
            assertThat(refusal(HEAD + ",,,,\n\n")).contains("no question in the file");
        }

        @Test
        void whenItIsNoTextWeCanRead() {
            var latin = (HEAD + "Åbent?\n").getBytes(Charset.forName("windows-1252"));

            assertThat(refusal(latin)).contains("UTF-8");
            assertThat(refusal(new byte[GoldenFile.MAX_BYTES + 1])).contains("more than 1 MB");
        }
    }
}
