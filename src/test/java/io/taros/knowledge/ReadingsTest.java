package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.bot.Bot;
import io.taros.search.Languages;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final String DANISH =
            """
            ## Levering

            Vi pakker hver ordre i hånden. Det, der bestilles inden klokken fjorten, sendes samme dag og er fremme inden for tre hverdage de fleste steder.

            Fragten koster 39 kroner.

            """;
    private static final String ENGLISH =
            """
            ## Delivery

            We pack every order by hand. What is ordered before two o'clock leaves the same day and arrives within three working days in most places.

            Delivery costs 39 kroner.
            """;

    private final Readings readings = new Readings(new Languages());

    @Test
    void readsEachHalfOfAPageInItsOwnLanguage() {
        var reading = readings.text("Levering", DANISH + ENGLISH, "da");

        assertThat(reading.language()).isEqualTo("da");
        assertThat(reading.pieces())
                .extracting(Reading.Piece::language, Reading.Piece::headingPath)
                .containsExactly(tuple("da", "Levering"), tuple("en", "Delivery"));
    }

    @Test
    void takesAShortPassageForTheDocumentsLanguage() {
        var reading = readings.text("Returns", DANISH + "# Info\n\nCall us.", null);

        assertThat(reading.pieces()).extracting(Reading.Piece::language).containsOnly("da");
    }

    @Test
    void readsEveryWordingOfAQuestionInItsOwnLanguage() {
        var english =
                "Where do I find the invoice for the order that I placed with you last month, and can I have it sent once more?";
        var reading =
                readings.qa(
                        new NewSource.Qa(
                                new Bot.Id(UUID.randomUUID()),
                                "Hvordan får jeg en kopi af min faktura for den ordre, som jeg lagde i sidste måned?",
                                List.of(english, "Kopi af faktura"),
                                "Skriv til os med dit ordrenummer, så sender vi den igen samme dag."));

        assertThat(reading.pieces())
                .extracting(Reading.Piece::language)
                .containsExactly("da", "en", "da");
    }
}
