package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final Languages LANGUAGES = new Languages();

    private static final String DANISH =
            "Du kan sende varen retur inden for fjorten dage, efter at du har modtaget den. Husk at lægge fakturaen i pakken, så vi kan finde din ordre, og skriv gerne hvorfor du sender den tilbage.";
    private static final String ENGLISH =
            "You can send the goods back within fourteen days of receiving them. Please put the invoice into the parcel so that we can find your order, and tell us why you return it.";

    @ParameterizedTest
    @CsvFileSource(resources = "languages.csv", delimiter = '|')
    void namesTheLanguageOfAPassage(String language, String text) {
        assertThat(LANGUAGES.detect(text)).isEqualTo(language);
        assertThat(LANGUAGES.detect(text, language.equals("en") ? "fr" : "en")).isEqualTo(language);
        assertThat(LANGUAGES.detectPart(text, "it")).isEqualTo(language);
    }

    @Test
    void takesATextAtItsWordUntilItIsPlainlySomethingElse() {
        assertThat(LANGUAGES.detect("Gavekort", "da-DK")).isEqualTo("da");
        assertThat(LANGUAGES.detect("Free delivery above 75 EUR", "da")).isEqualTo("da");
        assertThat(LANGUAGES.detect(ENGLISH, "da")).isEqualTo("en");
        assertThat(LANGUAGES.detect(DANISH, "x-default")).isEqualTo("da");
    }

    @Test
    void leavesALanguageItDoesNotKnowToWhoDeclaresIt() {
        assertThat(LANGUAGES.detect(ENGLISH, "lt")).isEqualTo("lt");
        assertThat(LANGUAGES.detectPart(ENGLISH, "lt")).isEqualTo("lt");
    }

    @Test
    void takesAShortPartForTheWholesLanguage() {
        assertThat(LANGUAGES.detectPart("Terms and conditions", "da")).isEqualTo("da");
        var partsOf = LANGUAGES.partsOf("da");
        assertThat(partsOf.apply("Terms and conditions")).isEqualTo(Languages.UNKNOWN);
        assertThat(partsOf.apply(ENGLISH)).isEqualTo("en");
        assertThat(partsOf.apply(DANISH)).isEqualTo("da");
    }

    @Test
    void looksCloselyAtSoManyPartsOfATextAndNoMore() {
        var partsOf = LANGUAGES.partsOf("da");

        for (var i = 0; i < 200; i++) {
            assertThat(partsOf.apply(ENGLISH)).isEqualTo("en");
        }

        assertThat(partsOf.apply(ENGLISH)).isEqualTo(Languages.UNKNOWN);
    }

    @Test
    void knowsAnotherScriptByFewWords() {
        assertThat(LANGUAGES.detectPart("Доставка занимает три дня.", "da")).isEqualTo("ru");
    }

    @Test
    void doesNotGuessAtAWordOrTwo() {
        assertThat(LANGUAGES.detect("info")).isEqualTo(Languages.UNKNOWN);
        assertThat(LANGUAGES.detect("12345 -")).isEqualTo(Languages.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"da-DK, da", "nb, no", "nn-NO, no", "EN_us, en", "'', und", "klingon!, und"})
    void bringsTagsToTheIndexesCodes(String tag, String code) {
        assertThat(Languages.code(tag)).isEqualTo(code);
    }
}
