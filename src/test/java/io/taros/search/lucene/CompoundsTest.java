package io.taros.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.search.lucene.Compounds.Instead;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundsTest {
    private final Compounds compounds = new Compounds(SmallIndex.ANALYZER);

    @ParameterizedTest
    @CsvSource({
        "da, Fragt ved retur., returfragt, retur, fragt",
        "da, Hvor lang tid tager en levering?, leveringstiden, levering, tid",
        "da, En kunde får service., kundeservice, kund, servic",
        "de, Die Adresse auf der Rechnung., Rechnungsadresse, rechnung, adress",
        "de, Die Kosten der Lieferung., Lieferungskosten, lieferung, kost",
        "nl, De kosten van het verzenden., verzendkosten, verzend, kost",
        "sv, Tid för leverans., leveranstid, leveran, tid",
        "no, Pris for frakt., fraktpris, frakt, pris",
    })
    void areTakenApartWhereTheIndexHasBothParts(
            String language, String text, String question, String first, String last)
            throws IOException {
        try (var reader = SmallIndex.of(language, text)) {
            assertThat(instead(reader, language, question).values())
                    .singleElement()
                    .satisfies(all ->
                            assertThat(all)
                                    .extracting(Instead::terms)
                                    .containsExactly(List.of(first, last)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "da, En bærbartaske koster 300 kr., taske til bærbar, bærbartask",
        "da, Leveringstiden er to dage., tid for levering, leveringstid",
        "da, Returfragten er gratis., retur fragt, returfrag",
        "de, Die Rechnungsadresse steht oben., Adresse für die Rechnung, rechnungsadress",
        "nl, De verzendkosten zijn laag., kosten van verzenden, verzendkost",
        "sv, Leveranstiden är två dagar., tid för leverans, leveranstid",
        "no, Fraktprisen er lav., pris for frakt, fraktpris",
    })
    void arePutTogetherWhereTheIndexHasTheWhole(
            String language, String text, String question, String whole) throws IOException {
        try (var reader = SmallIndex.of(language, text)) {
            var instead = instead(reader, language, question);

            assertThat(instead).hasSize(2);
            assertThat(instead.values())
                    .allSatisfy(all ->
                            assertThat(all)
                                    .extracting(Instead::terms)
                                    .containsExactly(List.of(whole)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // only one of the parts is a word of its own
        "da, Fragt koster 49 kr., returfragt",
        "de, Die Rechnung kommt per Post., Rechnungsadresse",
        "nl, De kosten zijn laag., verzendkosten",
        "sv, Tid är pengar., leveranstid",
        "no, Pris på forespørsel., fraktpris",
        // neither "over" nor "for", which every text has, is a part
        "da, Over og for en retning og en førsel., overførsel forretning",
        // another word that begins and ends alike, with too much between
        "da, Postkontoradresse., post adresse",
        // no word between them, but no whole either
        "da, Bærbar og taske., bærbar taske",
        // these languages write their compounds apart
        "en, A foot and a ball., football",
        "fr, Un porte et un monnaie., portemonnaie",
    })
    void areNotGuessed(String language, String text, String question) throws IOException {
        try (var reader = SmallIndex.of(language, text)) {
            assertThat(instead(reader, language, question)).isEmpty();
        }
    }

    @Test
    void areTakenApartWherePartsAreMostFrequent() throws IOException {
        try (var reader =
                SmallIndex.of(
                        "da",
                        "Fragt.",
                        "En prisliste.",
                        "En fragtpris.",
                        "Fragtpris og liste.",
                        "Liste.")) {
            assertThat(instead(reader, "da", "fragtprisliste").values())
                    .singleElement()
                    .satisfies(all ->
                            assertThat(all)
                                    .extracting(Instead::terms)
                                    .containsExactly(List.of("fragtpris", "list")));
        }
    }

    private Map<String, List<Instead>> instead(IndexReader reader, String language, String question)
            throws IOException {
        return compounds.of(
                reader, language, SmallIndex.ANALYZER.terms(IndexFields.SPELLING, question));
    }
}
