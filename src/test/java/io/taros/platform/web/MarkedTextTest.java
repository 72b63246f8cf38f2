package io.taros.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void takesMarkersOutOfTheWords() {
        assertThat(MarkedText.of("Thirty days. [1] Unworn. [12]").parts())
                .containsExactly(
                        new MarkedText.Words("Thirty days."),
                        new MarkedText.Mark(1),
                        new MarkedText.Words(" Unworn."),
                        new MarkedText.Mark(12));
    }

    @Test
    void tellsTheWordsAlone() {
        assertThat(MarkedText.plain("Thirty days. [1] Unworn [2]."))
                .isEqualTo("Thirty days. Unworn.");
        assertThat(MarkedText.plain("See [the list]")).isEqualTo("See [the list]");
    }
}
