package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.Wish.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | I want to talk to a human
                    en | Can I speak with a real person please?
                    en | human please
                    en | connect me to an agent
                    en | I'd like to chat with a representative
                    da | Jeg vil gerne tale med et menneske
                    da | Kan jeg tale med en medarbejder?
                    da | tale med kundeservice
                    da | Kan jeg få en rigtig person?
                    de | Ich möchte mit einem Menschen sprechen
                    de | Kann ich bitte mit einem Mitarbeiter reden?
                    fr | Je voudrais parler à un conseiller
                    fr | Puis-je parler à une vraie personne ?
                    es | Quiero hablar con una persona
                    es | ¿Puedo hablar con un agente humano?
                    nl | Ik wil graag een medewerker spreken
                    nl | Kan ik met een mens praten?
                    sv | Jag vill prata med en människa
                    sv | Kan jag få tala med en riktig person?
                    nb | Jeg vil snakke med et menneske
                    nb | Kan jeg få snakke med en kundebehandler?
                    """)
    void hearsWhoWantsAPerson(String language, String text) {
        var wish = Wish.of(text, "en");

        assertThat(wish.kind()).isEqualTo(Kind.PERSON);
        assertThat(Wish.of(text, language).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "Hello, GREETING",
        "hej, GREETING",
        "Guten Tag!, GREETING",
        "tak for hjælpen, THANKS",
        "Merci beaucoup, THANKS",
        "hasta luego, FAREWELL",
        "Thanks!, THANKS"
    })
    void hearsCourtesies(String text, Kind kind) {
        assertThat(Wish.of(text, "en").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can two people share one account?",
                "Hello, where is my parcel?",
                "How many agents does the plan include?",
                "What does it cost per person?",
                "Do I need an agent to buy a house?",
                "Kan man få nogen rabat?",
                "Hvad koster det pr. person?",
                "Wie viele Personen passen in das Zelt?",
                "Who is the contact person for invoices?",
                "How do I add a representative to my company account in the settings?",
                "thanks, but how do I return it?"
            })
    void takesEverythingElseForAQuestion(String text) {
        assertThat(Wish.of(text, "en").kind()).isEqualTo(Kind.QUESTION);
    }
}
