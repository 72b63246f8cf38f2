package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Protocol;
import io.taros.bot.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Questions in one language, sources in another. */
class ForeignSourcesTest {
    private static final String QUESTION = "Wie viele Tage Frist habe ich für die Rückgabe?";
    private static final String DANISH = "Fristen for retur er 30 dage. Gavekort kan ikke byttes.";

    /** Of whose words a Danish source has one. */
    private static final String STRANGE =
            "Retur: Wie lange darf mein Fahrrad mit Anhänger, Korb, Klingel, Schloss, Pumpe, Helm und Sattel in der Werkstatt bleiben?";

    private static final String UNSURE = "Das kann ich nicht sicher genug beantworten.";

    private static Shop shop() {
        return new Shop().page("Retur", DANISH, "da", "https://shop.example/retur");
    }

    /** With an embedding model that knows both languages. */
    private static Shop multilingual() {
        return shop().multilingual(
                        Map.of(
                                "tage", "day",
                                "dage", "day",
                                "frist", "deadline",
                                "fristen", "deadline",
                                "rückgabe", "return",
                                "retur", "return"));
    }

    private static Answer ask(Shop shop, String question) {
        return shop.answering()
                .answer(new Question(shop.bot(Provider.NONE), question), AnswerSink.NONE);
    }

    @Test
    void areQuotedAsTheyStandWithAWordAboutTheirLanguage() {
        var answer = ask(multilingual(), QUESTION);

        assertThat(answer.why()).isEqualTo(Answer.Why.RELIABLE);
        assertThat(answer.language()).isEqualTo("de");
        assertThat(answer.text())
                .startsWith("Das habe ich auf Dänisch gefunden:\n\n")
                .endsWith(DANISH + " [1]");
        assertThat(answer.trace().foreign()).isEqualTo(new Trace.Foreign(List.of("da"), true));
    }

    @Test
    void areNamedAsTheReasonWhereNobodyCanCompareLanguages() {
        var answer = ask(shop(), STRANGE);

        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
        assertThat(answer.why()).isEqualTo(Answer.Why.OTHER_LANGUAGE);
        assertThat(answer.text()).startsWith(UNSURE).doesNotContain("Dänisch");
        assertThat(answer.trace().foreign()).isEqualTo(new Trace.Foreign(List.of("da"), false));
    }

    @Test
    void areNoReasonWhereAModelThatComparesLanguagesIsSilent() {
        var answer = ask(multilingual().silent(), STRANGE);

        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
        assertThat(answer.why()).isNotEqualTo(Answer.Why.OTHER_LANGUAGE);
        assertThat(answer.trace().foreign()).isNull();
        assertThat(answer.trace().wordsAlone()).isNotNull();
    }

    @Test
    void areNoReasonWhereSomethingIsInTheQuestionsLanguage() {
        var shop =
                shop().page(
                                "Versand",
                                "Helm und Anhänger liefern wir nach Bornholm.",
                                "de",
                                "https://shop.example/de");

        var answer = ask(shop, STRANGE);

        assertThat(answer).isInstanceOf(Answer.Unanswered.class);
        assertThat(answer.why()).isNotEqualTo(Answer.Why.OTHER_LANGUAGE);
        assertThat(answer.trace().foreign()).isNull();
    }

    @Test
    void areAnsweredFromInTheVisitorsLanguageByAModel() {
        var shop = multilingual();
        try (var server = new ModelServer()) {
            server.plays(
                    ModelServer.stream(
                            Protocol.OPENAI.frames(
                                    "Die Frist für die Rückgabe beträgt 30 Tage [1].")));
            var settings =
                    Protocol.OPENAI.settings(
                            server.baseUrl(), Duration.ofSeconds(5), Duration.ofSeconds(10));

            var answer =
                    shop.answering(settings)
                            .answer(
                                    new Question(shop.bot(Provider.OPENAI), QUESTION),
                                    AnswerSink.NONE);

            assertThat(answer.why()).isEqualTo(Answer.Why.RELIABLE);
            assertThat(answer.text()).isEqualTo("Die Frist für die Rückgabe beträgt 30 Tage. [1]");
        }
    }
}
