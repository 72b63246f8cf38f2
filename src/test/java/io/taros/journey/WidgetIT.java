package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Protocol;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widget on somebody else's website, with the real product behind it. */
@JourneyTest
class WidgetIT {
    private static final String QUESTION = "How long does delivery take?";

    @AutoClose private final Shop shop = new Shop();
    private Installation.Bot kaja;

    @BeforeEach
    void kajaKnowsTheShop(Installation taros) {
        kaja = taros.newBot("Kaja", shop.origin());
        taros.teach(
                kaja,
                "Delivery",
                "Delivery within Denmark takes two working days. Parcels abroad take about a week.");
        taros.teach(kaja, "Returns", "A vase that is still whole can be returned within 30 days.");
        shop.embeds(taros, kaja);
    }

    @Test
    void isSilentUntilItIsOpened(Installation taros, Person visitor) {
        var requests = new CopyOnWriteArrayList<String>();
        visitor.page.onRequest(request -> note(request, taros, requests));

        visitor.visits(shop.address()).button("Open chat").waitFor();
        visitor.page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(requests).containsExactly("/widget.js");
        assertThatNothingIsStored(visitor);

        visitor.opensChat().sees("You are talking to an AI");
        assertThatNothingIsStored(visitor);
    }

    @Test
    void answersWithSourcesAndRemembers(Installation taros, Person visitor) {
        visitor.visits(shop.address()).opensChat();

        visitor.asks(QUESTION).sees("1 source").sees("two working days");
        visitor.page.locator("taros-chat summary").click();
        assertThat(visitor.page.locator("taros-chat blockquote"))
                .containsText("Delivery within Denmark takes two working days");

        visitor.page.reload();
        visitor.opensChat();
        assertThat(visitor.lines("visitor")).hasText(new String[] {"You: " + QUESTION});
        assertThat(visitor.lines("bot")).hasCount(1);
        visitor.sees("1 source");
    }

    @Test
    void showsEverySentenceAsSoonAsItIsWritten(Installation taros, Person visitor) {
        var goesOn = new CountDownLatch(1);
        var frames =
                Protocol.COMPATIBLE.frames(
                        "Delivery within Denmark takes two working days [1]. ",
                        "Parcels",
                        " abroad take about a week [1].");
        taros.model().plays(ModelServer.pausingAfter(frames, 3, goesOn));
        taros.giveWriter(kaja, "compatible");
        visitor.visits(shop.address()).opensChat().asks(QUESTION);

        visitor.sees("two working days");
        assertThat(visitor.lines("bot")).not().containsText("Parcels abroad");
        goesOn.countDown();

        visitor.sees("Parcels abroad take about a week").sees("1 source");
        taros.model().forget();
    }

    @Test
    void keepsWhatWasWrittenOfflineAndAnswersItOnce(Installation taros, Person visitor) {
        visitor.complaints.forgive("ERR_INTERNET_DISCONNECTED");
        visitor.visits(shop.address()).opensChat().asks(QUESTION).sees("1 source");

        visitor.context.setOffline(true);
        visitor.asks("Can I return a vase?").sees("You are offline").sees("Not sent yet");
        visitor.context.setOffline(false);

        assertThat(visitor.lines("bot")).hasCount(2, Person.patientCount());
        visitor.seesNoMore("You are offline").seesNoMore("Not sent yet");
        assertThat(visitor.lines("visitor")).hasCount(2);
        assertThat(taros.rolesOfTheOnlyConversation(kaja))
                .containsExactly("visitor", "bot", "visitor", "bot");
    }

    @Test
    void isReadInTheDashboard(Installation taros, Person visitor, @SignedIn Person ada) {
        visitor.visits(shop.address()).opensChat().asks(QUESTION).sees("1 source");

        ada.visits(taros.url("/inbox?bot=" + kaja.id())).sees(QUESTION);
        ada.page.locator(".inbox-row").first().click();

        ada.seesHeading("Visitor").sees("2 messages").sees(QUESTION).sees("Answered");
        assertThat(ada.page.locator(".message-text").last()).containsText("two working days");
        ada.page.getByText("1 source").click();
        assertThat(ada.page.locator(".source-quote:visible"))
                .containsText("Delivery within Denmark takes two working days");
    }

    @Test
    void fillsAPageOfItsOwn(Installation taros, Person visitor) {
        visitor.visits(taros.url("/chat/" + kaja.publicKey())).field("Your message").waitFor();

        visitor.asks(QUESTION).sees("two working days").sees("1 source");
    }

    @Test
    void saysWhyItDoesNotSpeakOnAForeignWebsite(Installation taros, Person visitor) {
        visitor.complaints.forgive("status of 403");
        try (var stranger = new Shop()) {
            stranger.embeds(taros, kaja);

            visitor.visits(stranger.address()).presses("Open chat");

            visitor.sees("This chat is not switched on for this website.");
        }
    }

    private static void note(Request request, Installation taros, List<String> paths) {
        if (request.url().startsWith(taros.url("/"))) {
            paths.add(request.url().substring(taros.url("").length()));
        }
    }

    private static void assertThatNothingIsStored(Person visitor) {
        assertThat(visitor.storage()).isEqualTo("{}");
        assertThat(visitor.context.cookies()).isEmpty();
        assertThat(visitor.page.evaluate("indexedDB.databases().then(found => found.length)"))
                .isEqualTo(0);
    }
}
