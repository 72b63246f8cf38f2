package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From the link in the log to the first answer, without ever touching a mouse. */
@JourneyTest
class FirstRunIT {
    @AutoClose private final KayakSite site = new KayakSite();

    @AutoClose
    private final RunningTaros taros =
            RunningTaros.start(
                    TestInstallation.freshDirectory().toAbsolutePath(),
                    "--taros.database.embedded-durable=false",
                    // A page stays half read until the journey says so.
                    "--taros.crawl.patience=10m");

    @Test
    void leadsFromTheLinkInTheLogToTheFirstAnswer(Person ada) {
        ada.visits(taros.invitation());
        becomesOwner(ada);
        givesTheWebsite(ada);
        watches(ada);
        var learning = ada.page.url();

        ada.tabsTo("Ask it now").hits("Enter");
        asksWhileItStillReads(ada);
        site.hurry();
        ada.hits("Control+k").types("Home").hits("Enter");
        seesWhatIsDoneAndWhatComesNext(ada);

        ada.visits(learning).seesHeading("Ready to be asked").counts("found", 7);
        ada.counts("read", 5).counts("failed", 1).counts("left out", 1);
        assertThat(ada.graveFindings()).isEmpty();
        ada.tabsTo("Go on to the next step").hits("Enter").sees("One source is read");
    }

    private static void becomesOwner(Person ada) {
        ada.seesHeading("Make this installation yours");
        assertThat(ada.graveFindings()).isEmpty();
        assertThat(ada.focused()).isEqualTo("Organisation");
        ada.types("Harbour Kayaks")
                .tabsTo("Your name")
                .types("Ada")
                .tabsTo("E-mail")
                .types(Installation.EMAIL)
                .tabsTo("Password")
                .types(Installation.PASSWORD)
                .tabsTo("I am 16 or older.")
                .hits("Space")
                .tabsTo("Create account")
                .hits("Enter");
    }

    private void givesTheWebsite(Person ada) {
        ada.seesHeading("What is your website?");
        assertThat(ada.focused()).isEqualTo("Address of your website");
        ada.types(site.address())
                .tabsTo("I have the right to use this material here.")
                .hits("Space")
                .tabsTo("Read it")
                .hits("Enter");
    }

    private static void watches(Person ada) {
        ada.seesHeading("Reading").sees("4 of 7 read").sees("1 failed");
        ada.sees("It answers already, from what it has prepared so far.");
        ada.tabsTo("What could not be read (1)").hits("Enter");
        ada.sees("There is no page at this address (any more).").sees("/summer-sale");

        ada.waitsWhileThePageRenewsItself();
        assertThat(ada.focused()).isEqualTo("What could not be read (1)");
        ada.sees("/summer-sale");
    }

    private static void asksWhileItStillReads(Person ada) {
        ada.seesHeading("Playground")
                .tabsTo("Ask Robin")
                .types("How long does delivery take?")
                .hits("Enter");
        ada.seesHeading("Why this answer").sees("Answered");
        var answer = ada.page.locator(".playground-answer");
        assertThat(answer.locator(".answer-text").innerText().strip())
                .contains("five working days")
                .endsWith("1");
        assertThat(answer.locator(".source").first().innerText())
                .startsWith("1")
                .contains("Delivery");
        ada.seesHeading("The question")
                .seesHeading("What was written")
                .seesHeading("How sure it is");
        ada.sees("Nothing was sent to a model.");
    }

    private static void seesWhatIsDoneAndWhatComesNext(Person ada) {
        ada.seesHeading("Home");
        assertThat(ada.page.locator(".step-done h3").allInnerTexts())
                .containsExactly("Teach it", "Ask it");
        assertThat(ada.page.locator(".step-next h3").allInnerTexts())
                .containsExactly("Give it a voice");
    }
}
