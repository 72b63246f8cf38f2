package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorLanguageTest {
    private final Shop shop = Shop.sample();

    /** What is written on an English page, the question last. */
    private String language(String... said) {
        return languageOn("en-GB", said);
    }

    private String languageOn(String page, String... said) {
        var turns = Stream.of(said).map(text -> new Turn(Turn.Speaker.VISITOR, text)).toList();
        var last = turns.size() - 1;
        return new Question(shop.bot(Provider.NONE), said[last], turns.subList(0, last), page)
                .visitorLanguage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | How long does delivery take?
                    da | Hvor lang tid tager det, før jeg får min pakke?
                    de | Wie lange dauert die Lieferung, und was kostet sie?
                    fr | Combien de temps faut-il pour recevoir ma commande ?
                    es | ¿Cuánto tiempo tarda el envío y qué me cuesta?
                    nl | Hoe lang duurt het voordat ik mijn pakket krijg?
                    sv | Hur lång tid tar det innan jag får mitt paket?
                    nb | Hva koster frakten, og når får jeg pakken min?
                    """)
    void isTheOneAQuestionIsWrittenIn(String language, String question) {
        assertThat(language(question)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "Hotel Berlin?", "yes", "iPhone 15 Pro", "I?", "5 til 7"})
    void staysWhatItWasForAWordOrTwo(String later) {
        assertThat(language("Hvor lang tid tager det, før jeg får min pakke?", later))
                .isEqualTo("da");
    }

    /** Of "er det gratis" Danish and bokmål have every word. */
    @Test
    void staysNorwegianWhereDanishWouldSayTheSame() {
        assertThat(language("Hva koster frakten, og når får jeg pakken min?", "er det gratis?"))
                .isEqualTo("nb");
    }

    @Test
    void followsWhoGoesOnInAnotherLanguage() {
        assertThat(
                        language(
                                "Hvor lang tid tager det, før jeg får min pakke?",
                                "Wie lange dauert die Lieferung, und was kostet sie?"))
                .isEqualTo("de");
    }

    @Test
    void isThePagesWhereWordsDoNotTell() {
        assertThat(language("MobilePay?")).isEqualTo("en");
    }

    @Test
    void isThePagesEvenWhereWeDoNotSpeakIt() {
        assertThat(languageOn("it", "Quanto costa la spedizione per una bicicletta?"))
                .isEqualTo("it");
        assertThat(languageOn("it", "How long does delivery take, and what does it cost?"))
                .isEqualTo("en");
        assertThat(languageOn("no", "MobilePay?")).isEqualTo("nb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | In English please
                    en | kan du svare på engelsk?
                    da | på dansk, tak
                    de | Sprechen Sie Deutsch?
                    de | can you answer in German?
                    fr | en français s'il vous plaît
                    es | en español por favor
                    nl | in het Nederlands graag
                    sv | kan du skriva på svenska?
                    nb | kan du svare på norsk?
                    """)
    void isTheOneThatIsAskedFor(String language, String wish) {
        var question = "Hvor lang tid tager det, før jeg får min pakke?";

        assertThat(language(wish)).isEqualTo(language);
        assertThat(language(question, wish, question)).isEqualTo(language);
    }

    @Test
    void isTheOneThatWasAskedForLast() {
        assertThat(language("In English please", "på dansk, tak", "In German please", "ok"))
                .isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do you have the manual in German?",
                "Is the English edition in stock?",
                "Danish",
                "Can I write to you in French or Spanish?",
                "Do you deliver to Danish islands?"
            })
    void isNotTheOneThatIsOnlyAskedAbout(String question) {
        assertThat(language(question)).isEqualTo("en");
    }

    @Test
    void isTheOneAskedForHoweverLongAgo() {
        assertThat(heard(new Question.Heard(true, "de"), "Hvor lang tid tager det?"))
                .isEqualTo("de");
        assertThat(heard(new Question.Heard(true, "de"), "In French, please")).isEqualTo("fr");
    }

    /** Norwegian leads by one vote: enough on a page, too little to change what one writes. */
    @Test
    void isHarderToChangeOnceItIsWritten() {
        var question = "når er det klar?";

        assertThat(heard(new Question.Heard(false, null), question)).isEqualTo("nb");
        assertThat(heard(new Question.Heard(true, null), question)).isEqualTo("da");
    }

    private String heard(Question.Heard heard, String question) {
        return new Question(shop.bot(Provider.NONE), question, List.of(), "da", heard)
                .visitorLanguage();
    }

    @Test
    void isConfirmedInItself() {
        var answer =
                shop.answering()
                        .answer(
                                new Question(
                                        shop.bot(Provider.NONE), "Sprechen Sie Deutsch?",
                                        List.of(), "en"),
                                AnswerSink.NONE);

        assertThat(answer.language()).isEqualTo("de");
        assertThat(answer.text()).startsWith("Gern, wir machen auf Deutsch weiter.");
        assertThat(answer.why()).isEqualTo(Answer.Why.COURTESY);
    }
}
