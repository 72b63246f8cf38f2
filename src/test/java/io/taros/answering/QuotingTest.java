package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Provider;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotes from pages as they are written, with headings, lists, abbreviations and Danish. */
class QuotingTest {
    private static final String HELP =
            """
            # Delivery and returns

            We pack every order by hand in Aarhus. Orders placed before 2 p.m. leave the same day, e.g. a Monday order \
            arrives on Wednesday. This applies to all in-stock items.

            ## What if something is missing?

            Please contact us within 14 days if an item is missing from your parcel. We then send it again free of \
            charge. It takes up to three days.

            ## Ways to pay

            You can pay by:
            * Dankort and **Visa**
            * MobilePay
            * Invoice (companies only)

            Menu | Home | Contact
            """;

    private static final String DANISH =
            """
            Fortrydelsesret
            Du har 14 dages fortrydelsesret, når du handler hos os. Fristen regnes fra den dag, du modtager varen. \
            Gavekort kan ikke returneres. Du betaler selv fragten, når du sender varen tilbage.
            """;

    private final Shop shop =
            new Shop()
                    .page("Delivery and returns", HELP)
                    .page("Fortrydelsesret", DANISH, "da", "https://shop.example/fortrydelse");

    private Answer ask(String question) {
        return shop.answering()
                .answer(new Question(shop.bot(Provider.NONE), question), AnswerSink.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What if an item is missing from my parcel? | Please contact us within 14 days if an item is missing from your parcel.
                    When do orders placed before 2 p.m. leave? | Orders placed before 2 p.m. leave the same day, e.g. a Monday order arrives on Wednesday.
                    Kan gavekort returneres? | Gavekort kan ikke returneres.
                    Hvor mange dages fortrydelsesret har jeg? | Du har 14 dages fortrydelsesret, når du handler hos os.
                    """)
    void quotesTheSentenceThatAnswers(String question, String sentence) {
        assertThat(ask(question).text()).contains(sentence);
    }

    @Test
    void quotesAWholeListWithoutItsMarks() {
        var text = ask("Which ways to pay do you have, can I pay by invoice?").text();

        assertThat(text)
                .contains(
                        "You can pay by:\n- Dankort and Visa\n- MobilePay\n- Invoice (companies only)");
        assertThat(text).doesNotContain("*").doesNotContain("#").doesNotContain("Menu |");
    }

    @Test
    void citesWordsThatStandInThePage() {
        for (var question :
                List.of("What if an item is missing from my parcel?", "Can I pay by invoice?")) {
            for (var citation : ask(question).citations()) {
                assertThat(HELP).contains(citation.quote());
            }
        }
    }

    @Test
    void surfacesNoMenuOrHeadingAlone() {
        var answer = ask("What is missing from my parcel?");

        assertThat(answer.text().lines().findFirst().orElse(""))
                .endsWith("[1]")
                .doesNotStartWith("What if");
    }
}
