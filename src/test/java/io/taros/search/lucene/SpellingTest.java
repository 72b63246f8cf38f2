package io.taros.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private final Spelling spelling = new Spelling(SmallIndex.ANALYZER);

    @ParameterizedTest
    @CsvSource({
        "en, Parcels arrive within two days., When do parcles arrive?, When do parcels arrive?",
        "en, Delivery is free., 'Delvery, please', 'delivery, please'",
        "en, Your accommodation is booked., acomodation?, accommodation?",
        "en, Subscriptions renew themselves., subscribtoins, subscriptions",
        "da, Du kan ændre adressen på en bestilling., Ændre bestiling, Ændre bestilling",
        "da, Pakken er forsinket., Min pakke er fosinket, Min pakke er forsinket",
        "da, En bærbar computer., bæærbar, bærbar",
        "de, Die Rechnung kommt per Post., Wo ist meine Rechnugn?, Wo ist meine rechnung?",
        "de, Gutscheine gelten drei Jahre., Gutschiene, gutscheine",
        "nl, Uw bestelling is onderweg., Waar is mijn bestellling?, Waar is mijn bestelling?",
        "sv, Din beställning är på väg., Var är min bestälning?, Var är min beställning?",
        "no, Bestillingen er på vei., Hvor er bestilingen?, Hvor er bestillingen?",
    })
    void putsAWordRightThatStandsInTheIndex(
            String language, String text, String question, String meant) throws IOException {
        try (var reader = SmallIndex.of(language, text)) {
            assertThat(spelling.corrected(reader, question)).contains(meant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // as it stands there
        "en, 'Our parcels and Marcels arrive.', Where is Marcels?",
        // another form of a word that stands there
        "en, A delivery takes two days., deliveries",
        "da, Fakturaer sendes som mail., fakturaen",
        "de, Die Rechnung kommt per Post., Rechnungen",
        "nl, Uw factuur komt per mail., facturen",
        "sv, Fakturorna kommer med posten., faktura",
        "no, Fakturaen kommer i posten., fakturaer",
        // a compound of words that stand there
        "da, Returfragte og fragt ved retur., returfragten",
        "da, Fragt ved retur. Frakkefragt., frafragt",
        // numbers and product codes
        "en, The KX200 and the KX2000B., Is KX2001B in stock?",
        "en, Call 70201234., 70201235",
        // short words have too many neighbours
        "en, The dock and the card., duck cart",
        // two errors in a word of fewer than eight letters
        "en, Send a refund., rafand",
        // three errors
        "en, A subscription., sabscribtoin",
        // nothing like it
        "en, Parcels arrive within two days., photosynthesis",
        // words that are in every text
        "da, Hvordan returnerer man?, hvorfra",
    })
    void leavesAloneWhatIsRightOrCannotBeGuessed(String language, String text, String question)
            throws IOException {
        try (var reader = SmallIndex.of(language, text)) {
            assertThat(spelling.corrected(reader, question)).isEmpty();
        }
    }

    @Test
    void guessesTheMoreFrequentOfTwoEquallyNear() throws IOException {
        try (var reader = SmallIndex.of("en", "A stable.", "A table.", "The table.", "No table.")) {
            assertThat(spelling.corrected(reader, "atable")).contains("table");
        }
    }

    @Test
    void guessesTheSameFirstLetterBeforeAFrequentOne() throws IOException {
        try (var reader = SmallIndex.of("en", "Sold bicycles.", "Gold rings.", "Goldy", "Goldy")) {
            assertThat(spelling.corrected(reader, "soldd")).contains("sold");
        }
    }

    @Test
    void hasNothingToSayAboutLongQuestions() throws IOException {
        try (var reader = SmallIndex.of("en", "Parcels arrive within two days.")) {
            assertThat(spelling.corrected(reader, "parcles" + " or what".repeat(9))).isPresent();
            assertThat(spelling.corrected(reader, "parcles" + " or what".repeat(10))).isEmpty();
        }
    }

    @Test
    void knowsNothingOfAnEmptyIndex() throws IOException {
        try (var reader = SmallIndex.of("en")) {
            assertThat(spelling.corrected(reader, "parcles")).isEmpty();
        }
    }
}
