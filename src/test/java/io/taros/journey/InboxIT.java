package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.taros.attachment.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor and a person, each in a browser of their own, with a bot between them. */
@JourneyTest
class InboxIT {
    private static final String QUESTION = "How long does delivery take?";

    @AutoClose private final Shop shop = new Shop();
    private Installation.Bot kaja;

    @BeforeEach
    void kajaKnowsTheShop(Installation taros) {
        kaja = taros.newBot("Kaja", shop.origin());
        taros.teach(kaja, "Delivery", "Delivery within Denmark takes two working days.");
        shop.embeds(taros, kaja);
    }

    @Test
    void leadsFromTheBotToAPersonAndBack(Installation taros, Person visitor, @SignedIn Person ada) {
        ada.visits(taros.url("/inbox?queue=WAITING&bot=" + kaja.id()));
        visitor.visits(shop.address()).opensChat().asks(QUESTION).sees("1 source");
        visitor.asks("I want to talk to a human");

        var row = ada.page.locator(".inbox-row");
        assertThat(row).hasCount(1, Person.patientCount());
        assertThat(ada.graveFindings()).isEmpty();
        row.click();
        ada.seesHeading("Visitor").sees("Waits for a person").sees("Handed over to a person");

        ada.page.locator("#text").fill("Hello, this is a person. What is it?");
        ada.hits("Control+Enter");
        visitor.sees("Hello, this is a person. What is it?");
        assertThat(entries(ada, ".message-human")).hasCount(1);

        visitor.asks("My parcel is late.");
        assertThat(entries(ada, ".message-visitor").last()).containsText("My parcel is late.");

        ada.page.locator(".segment:has([value=note])").click();
        ada.page.locator("#text").fill("She is right, the ferry did not sail.");
        ada.presses("Add note");
        assertThat(entries(ada, ".message-note")).containsText("the ferry did not sail");
        assertThat(ada.graveFindings()).isEmpty();
        visitor.page.reload();
        visitor.opensChat().sees("My parcel is late.").seesNoMore("the ferry did not sail");

        ada.page.locator("#standing [aria-label=More]").click();
        ada.presses("Give back to the bot");
        ada.sees("gave it back to the bot");
        visitor.asks(QUESTION);
        assertThat(visitor.lines("bot").last()).containsText("two working days");
        ada.presses("Resolve");
        ada.sees("resolved it");
    }

    @Test
    void aPictureIsSeenByThePersonWithoutWhereItWasTakenAndGoesWithTheChat(
            Installation taros, Person visitor, @SignedIn Person ada) {
        ada.complaints.forgive("status of 404");
        visitor.visits(shop.address()).opensChat().asks(QUESTION).sees("1 source");
        var photo = new FilePayload("vase.jpg", "image/jpeg", Samples.photo(6));
        visitor.page
                .waitForFileChooser(() -> visitor.button("Attach a file").click())
                .setFiles(photo);
        assertThat(visitor.button("Send")).isEnabled();
        visitor.button("Send").click();
        assertThat(visitor.page.locator("taros-chat img[alt='vase.jpg']")).isVisible();

        ada.visits(taros.url("/inbox?queue=BOT&bot=" + kaja.id()));
        ada.page.locator(".inbox-row").click();
        var picture = ada.page.locator(".message-picture img");
        assertThat(picture).isVisible();
        assertThat(ada.graveFindings()).isEmpty();
        var address = taros.url(picture.getAttribute("src"));
        var seen = ada.page.request().get(address);
        assertThat(seen).isOK();
        assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Samples.SECRET);

        visitor.presses("Your data");
        visitor.presses("Delete my chat");
        visitor.page.getByRole(AriaRole.ALERTDIALOG).getByText("Delete my chat").click();
        visitor.sees("Your chat is deleted.");
        assertThat(ada.page.request().get(address).status()).isEqualTo(404);
        assertThat(picture).hasCount(0, Person.patientCount());
    }

    @Test
    void missesNothingAndShowsNothingTwiceWhenTheLineIsCut(
            Installation taros, Person visitor, @SignedIn Person ada) {
        ada.complaints.forgive("ERR_INTERNET_DISCONNECTED");
        visitor.visits(shop.address()).opensChat().asks(QUESTION).sees("1 source");
        ada.visits(taros.url("/inbox?bot=" + kaja.id()));
        ada.page.locator(".inbox-row").first().click();
        ada.presses("Take over");
        ada.sees("took over");

        ada.context.setOffline(true);
        visitor.asks("One");
        visitor.asks("Two");
        assertThat(visitor.lines("visitor")).hasCount(3, Person.patientCount());
        ada.context.setOffline(false);
        visitor.asks("Three");

        assertThat(entries(ada, ".message-visitor .message-text"))
                .hasText(new String[] {QUESTION, "One", "Two", "Three"}, Person.patient());
    }

    private static Locator entries(Person person, String kind) {
        return person.page.locator("#entries > " + kind);
    }
}
