package io.taros.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageAnalyzersTest {
    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();

    @ParameterizedTest
    @CsvSource({
        "da, fakturaerne, faktura",
        "de, Rechnungen, Rechnung",
        "nl, facturen, factuur",
        "sv, fakturorna, faktura",
        "no, fakturaene, fakturaen",
        "en, invoices, invoice",
        "fr, factures, facture",
        "es, facturas, factura",
        "it, fatture, fattura",
        "pt, faturas, fatura",
        "fi, laskut, lasku",
    })
    void bringsInflectedFormsTogether(String language, String one, String another)
            throws IOException {
        var analyzer = analyzers.analyzerFor(language);

        assertThat(terms(analyzer, one)).isEqualTo(terms(analyzer, another));
    }

    @Test
    void foldsWordsOfLanguagesWithoutAnAnalyzer() throws IOException {
        assertThat(terms(analyzers.analyzerFor("is"), "Reikningur Ólafs"))
                .containsExactly("reikningur", "olafs");
    }

    @Test
    void cutsWordsIntoFoldedGramsAndKeepsTheWholeWord() throws IOException {
        assertThat(terms(new GramAnalyzer(), "På Månen"))
                .containsExactly("pa", "mane", "anen", "manen");
    }

    /** On one place they would not count in the length of a field. */
    @Test
    void givesEveryGramAPlaceOfItsOwn() throws IOException {
        try (var stream = new GramAnalyzer().tokenStream("text", "fakturaadresse")) {
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                assertThat(step.getPositionIncrement()).isEqualTo(1);
            }
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
        }
        return terms;
    }
}
