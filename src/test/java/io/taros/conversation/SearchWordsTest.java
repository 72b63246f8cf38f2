package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.web.BadInput;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
    /** What is marked stands in brackets. */
    private static String found(String words, String text) {
        return SearchWords.of(words).in(text).orElseThrow().parts().stream()
                .map(part -> part.isMatch() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    ferry,              The FERRY to Bornholm,       The [FERRY] to Bornholm
                    bornholm ferry,     The ferry to Bornholm,       The [ferry] to [Bornholm]
                    hav,                Havnen og havet,             [Hav]nen og [hav]et
                    resume,             Mit résumé er her,           Mit [résumé] er her
                    RESUMÉ,             mit resume er her,           mit [resume] er her
                    gruss,              Liebe Grüsse,                Liebe [Grüss]e
                    😀,                 Tak 😀 for det,              Tak [😀] for det
                    anana,              bananana,                    b[anana][na]
                    """)
    void areFoundWithoutCapitalsAndAccents(String words, String text, String marked) {
        assertThat(found(words, text)).isEqualTo(marked);
    }

    @Test
    void areAllNeeded() {
        assertThat(SearchWords.of("ferry train").in("The ferry to Bornholm")).isEmpty();
    }

    @Test
    void areShownWithWhatStandsAround() {
        var before = "a word before it ".repeat(20);
        var shown = found("needle", before + "Needle" + " and words behind".repeat(30));

        assertThat(shown).startsWith("… ").contains("[Needle]").endsWith(" …").hasSizeLessThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a", "\u0301"})
    void areEnoughToLookFor(String typed) {
        assertThatThrownBy(() -> SearchWords.of(typed)).isInstanceOf(BadInput.class);
    }

    @Test
    void areNoMoreThanCanBeLookedFor() {
        assertThatThrownBy(() -> SearchWords.of("x".repeat(101))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> SearchWords.of("a b c d e f g h i j k"))
                .isInstanceOf(BadInput.class);
    }
}
