package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** Somebody looks at what a bot was taught and puts it right. */
@JourneyTest
class MendIT {
    private static final String QUESTION = "How long does engraving a goblet take?";
    private static final String READ = "Engraving a goblet takes nine working days.";
    private static final String RIGHT = "Engraving a goblet takes two working days.";

    @Test
    void excludesCorrectsAndLeavesAsItWasRead(
            Installation taros, @SignedIn Person ada, Person visitor) {
        var bot = taros.newBot("Engraver");
        var source = taros.teach(bot, "Engraving", READ);
        visitor.visits(taros.url("/chat/" + bot.publicKey()));
        visitor.asks(QUESTION);
        says(visitor, READ);

        ada.visits(taros.url("/knowledge/sources/" + source)).follows("Engraving");
        ada.sees("What answers are made of").sees("Cited in one answer");
        assertThat(ada.graveFindings()).isEmpty();
        ada.presses("Exclude passage 1").sees("Excluded");
        visitor.asks("Once more: how long does engraving a goblet take?");
        assertThat(visitor.lines("bot")).hasCount(2, Person.patientCount());
        assertThat(visitor.lines("bot").last()).not().containsText("nine working days");

        ada.presses("Include passage 1 again").seesNoMore("Excluded");
        ada.page.locator(".passage-correct > summary").click();
        ada.writes("What it should say", RIGHT).presses("Save correction");
        ada.sees("As it is taught").sees("Corrected");
        assertThat(ada.graveFindings()).isEmpty();
        visitor.asks("And now, how long does engraving a goblet take?");
        says(visitor, RIGHT);

        ada.presses("Teach passage 1 as it was read").seesNoMore("Corrected");
    }

    private static void says(Person visitor, String words) {
        assertThat(visitor.lines("bot").last())
                .containsText(
                        words, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }
}
