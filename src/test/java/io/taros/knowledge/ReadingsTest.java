package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.taros.bot.Bot;
import io.taros.search.Languages;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void takesATableOfNamesAndAddressesForTheLanguageOfItsPage() {
        var rows =
                String.join(
                        "\n",
                        "| Navn | Adresse | By | Telefon |",
                        "| Nordic Garden Center Roskilde | Industrial Park Road 12, Building B, Entrance North | 4000 Roskilde | 46 35 12 00 |",
                        "| Blumenhaus Schmidt & Söhne | Flensburger Straße 114, Gewerbegebiet Nord, Halle 3 | 24937 Flensburg | 461 22 33 |",
                        "| Casa de las Flores de Sevilla | Calle de la Constitución 8, Planta Baja Izquierda | 41001 Sevilla | 954 12 00 |",
                        "| Blomsterhuset Göteborg AB | Västra Hamngatan 21, Våning 4, Nordstadens köpcentrum | 41117 Göteborg | 31 70 00 |");

        var pieces = readings.text("Forhandlere", DANISH + rows, "da").pieces();

        assertThat(pieces).extracting(Reading.Piece::language).containsOnly("da");
        assertThat(pieces)
                .filteredOn(piece -> piece.text().contains("Flensburg"))
                .allSatisfy(piece -> assertThat(piece.text()).contains("| Navn | Adresse |"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Svedberg Duravit Ifö Gustavsberg Hansgrohe Villeroy Boch Grohe Damixa Oras Vola Unidrain Geberit Laufen Roca Ideal Standard.",
                "Acer palmatum Bloodgood, Hydrangea macrophylla Endless Summer, Salvia nemorosa Caradonna, Lavandula angustifolia Hidcote.",
                "Philips Sonicare DiamondClean, Van der Valk, De Walt, Koninklijke Ahold Delhaize, Heineken Nederland, Bavaria Brouwerij Lieshout.",
                "Orlen Paczka, Poczta Polska, InPost Paczkomaty, Żabka Polska, Biedronka, Cyfrowy Polsat, Polkomtel, Bank Pekao, Allegro Warszawa."
            })
    void takesProseFullOfNamesForTheLanguageOfItsPage(String names) {
        var reading = readings.text("Mærker", DANISH + names, "da");

        assertThat(reading.pieces()).extracting(Reading.Piece::language).containsOnly("da");
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
