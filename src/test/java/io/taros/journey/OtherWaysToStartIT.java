package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has no website at hand begins with a text, or with a shop that is made up. */
@JourneyTest
class OtherWaysToStartIT {
    @BeforeEach
    void nothingIsTaught(Installation taros) {
        taros.forgetEverythingTaughtTo(taros.robin());
    }

    @Test
    void beginsWithPastedText(Installation taros, @SignedIn Person ada) {
        ada.visits(taros.url("/home")).seesHeading("What is your website?").follows("Paste text");
        ada.seesHeading("Paste what it should know")
                .writes(
                        "Text",
                        "Opening hours\n\nThe glass workshop is open from Tuesday to Saturday,"
                                + " ten to five. On Mondays the furnace is cleaned.")
                .ticks("I have the right to use this material here.")
                .presses("Teach it");
        ada.seesHeading("Ready to be asked").follows("Ask it now");

        ada.writes("Ask Robin", "When is the workshop open?").presses("Ask");

        ada.seesHeading("Why this answer");
        assertThat(ada.page.locator(".answer-text").innerText()).contains("Tuesday to Saturday");
        ada.visits(taros.url("/home")).seesHeading("Home").sees("One source is read");
    }

    @Test
    void beginsWithTheSampleShop(Installation taros, @SignedIn Person ada) {
        ada.visits(taros.url("/home")).presses("Try it");
        ada.seesHeading("Ready to be asked").presses("How long does delivery to Germany take?");

        ada.seesHeading("Why this answer").sees("Answered");
        assertThat(ada.page.locator(".answer .source-title").first().innerText()).isNotBlank();

        ada.visits(taros.url("/bot/widget"));
        var shop = ada.onThePageOpenedBy(ada.page.locator("main a[href*='/demo/']"));
        shop.seesHeading("Wool from the west, knitted to be mended").opensChat();
        shop.presses("Can I return a jumper I have washed?");
        shop.lines("bot").first().waitFor();
        shop.sees("source");
    }
}
