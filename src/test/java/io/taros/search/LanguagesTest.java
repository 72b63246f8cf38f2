package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final Languages LANGUAGES = new Languages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "da | Du kan sende varen retur inden for fjorten dage, efter at du har modtaget den. Husk at lægge fakturaen i pakken, så vi kan finde din ordre, og skriv gerne hvorfor du sender den tilbage.",
                "no | Du kan sende varen i retur innen fjorten dager etter at du har mottatt den. Husk å legge fakturaen i pakken slik at vi kan finne bestillingen din, og skriv gjerne hvorfor du sender den tilbake.",
                "de | Sie können die Ware innerhalb von vierzehn Tagen nach Erhalt zurücksenden. Bitte legen Sie die Rechnung in das Paket, damit wir Ihre Bestellung finden können.",
                "en | You can send the goods back within fourteen days of receiving them. Please put the invoice into the parcel so that we can find your order, and tell us why you return it.",
            })
    void namesTheLanguageOfAPassage(String language, String text) {
        assertThat(LANGUAGES.detect(text)).isEqualTo(language);
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
