package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You have 30 days.|30",
                "It costs 49.95 euro, or €45 for members.|49.95 euro,€45",
                "Det koster 1.290,50 kr. i alt.|'1.290,50 kr'",
                "Betal kr. 290 ved levering.|kr. 290",
                "We open on 12 March 2027 and close March 31.|12 March 2027,March 31",
                "Vi åbner den 1. maj og lukker 24. december 2026.|1. maj,24. december 2026",
                "Call +45 12 34 56 78 from 9:00.|+45 12 34 56 78,9:00",
                "Article A4-17 weighs 2kg.|A4-17,2kg",
                "Save 10 % today, 10 % tomorrow.|10 %",
                "There are no figures here.|",
                "See https://acme.example/2026/page or ask a1@acme.example.|",
            })
    void areTakenAsTheyStand(String text, String figures) {
        assertThat(String.join(",", Figures.in(text))).isEqualTo(figures == null ? "" : figures);
    }

    @Test
    void leaveTheNumbersOfLinesAndCitationsAlone() {
        assertThat(Figures.in("1. Open the box.\n2. Wait 5 minutes. [1]\n3) Close it."))
                .containsExactly("5");
    }

    @Test
    void areNeverMoreThanAQuestionMayRequire() {
        var many =
                IntStream.range(100, 200)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", "));

        assertThat(Figures.in(many)).hasSize(Expectation.MAX_FACTS).startsWith("100", "101");
    }

    @Test
    void allOccurInTheTextTheyWereTakenFrom() {
        var text =
                "From 1 JUNE 2026, 3 of 4 parcels (2-3 kg) cost kr 49,00\nor 6,50 €; call 70 10 20 30.";

        assertThat(Figures.in(text))
                .isEqualTo(
                        List.of(
                                "1 JUNE 2026",
                                "3",
                                "4",
                                "2-3",
                                "kr 49,00",
                                "6,50 €",
                                "70 10 20 30"))
                .allSatisfy(figure -> assertThat(Facts.occurs(figure, Facts.said(text))).isTrue());
    }
}
