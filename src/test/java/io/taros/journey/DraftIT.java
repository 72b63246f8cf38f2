package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** What changes waits until it passes. */
@JourneyTest
class DraftIT {
    private static final String QUESTION = "Do you repair chipped glass?";
    private static final String WRONG = "Chipped glass we do not repair.";
    private static final String RIGHT = "Chipped glass we grind for nine euro.";

    @Test
    void waitsUntilItPassesAndIsThenForEverybody(
            Installation taros, @SignedIn Person ada, Person visitor) {
        var bot = taros.newBot("Grinder");
        var draft = taros.url("/bot/draft?bot=" + bot.id());
        ada.visits(draft).presses("Let changes wait");
        ada.sees("the change waits here until the golden questions pass");
        holdsTheBotTo(ada, taros.url("/test/golden-questions?open=add&bot=" + bot.id()));

        adds(ada, taros.url("/knowledge/questions?add=question&bot=" + bot.id()), WRONG);
        ada.sees("What you add waits in the draft").sees("In the draft");
        visitor.visits(taros.url("/chat/" + bot.publicKey()));
        visitor.asks(QUESTION);
        assertThat(visitor.lines("bot")).hasCount(1, Person.patientCount());
        assertThat(visitor.lines("bot").innerText()).doesNotContain(WRONG);

        ada.visits(draft).presses("Run golden questions on the draft");
        ada.sees("The draft failed 1 of 1 golden questions.")
                .sees("The answer does not say “nine euro”.");
        assertThat(ada.button("Publish")).isDisabled();

        ada.follows(QUESTION).follows("Delete").presses("Delete source");
        adds(ada, taros.url("/knowledge/questions?add=question&bot=" + bot.id()), RIGHT);
        ada.visits(draft).sees("changed after they were last run");
        ada.presses("Run golden questions on the draft");
        ada.sees("Every golden question passed on exactly this draft.");
        ada.presses("Publish").seesHeading("Nothing waits to be published");

        visitor.asks(QUESTION);
        assertThat(visitor.lines("bot").last())
                .containsText(
                        RIGHT, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    private static void holdsTheBotTo(Person ada, String address) {
        ada.visits(address).writes("Question", QUESTION);
        ada.writes("Must say (optional)", "nine euro");
        ada.page.locator("#add button[type=submit]").click();
        ada.sees(QUESTION);
    }

    private static void adds(Person ada, String address, String answer) {
        ada.visits(address)
                .writes("Question", QUESTION)
                .writes("Answer", answer)
                .ticks("I have the right to use this material here.")
                .presses("Add question");
        ada.sees(answer);
    }
}
