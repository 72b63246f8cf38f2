package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Nothing grave for axe on any page with real content, light or dark, on a desk or in a hand. */
@JourneyTest
class AccessibilityIT {
    @AutoClose private final Shop shop = new Shop();
    private final Map<String, List<String>> findings = new LinkedHashMap<>();

    @Test
    void holdsInEveryRoom(Installation taros, @SignedIn Person ada) {
        var bot = taros.newBot("Kaja with a name that is rather long for a bot");
        var source =
                taros.teach(bot, "Delivery", "Delivery within Denmark takes two working days.");

        for (var room : rooms(bot, source)) {
            ada.visits(taros.url(room));
            check(ada, room);
        }
        ada.visits(taros.url("/test?bot=" + bot.id()))
                .writes(
                        "Ask Kaja with a name that is rather long for a bot",
                        "How long is delivery?")
                .hits("Enter")
                .seesHeading("Why this answer");
        check(ada, "an answer and why");
        ada.hits("Control+k").types("a");
        check(ada, "the palette");
        golden(taros, ada, bot);
        source(taros, ada, bot);
        site(taros, ada, bot);
        draft(taros, ada, bot);

        assertThat(findings).isEmpty();
    }

    @Test
    void holdsForWhoeverIsNotSignedIn(Installation taros, Person stranger) {
        stranger.complaints.forgive("status of 404");
        stranger.complaints.forgive("status of 422");

        for (var address :
                List.of(
                        "/",
                        "/sign-in",
                        "/contact",
                        "/contact/sent",
                        "/legal/privacy",
                        "/nowhere",
                        "/demo/" + taros.robin().publicKey())) {
            stranger.visits(taros.url(address));
            check(stranger, address);
        }
        stranger.visits(taros.url("/sign-in"))
                .writes("E-mail", "nobody@fjordglas.example")
                .writes("Password", "three loud otters")
                .presses("Sign in")
                .alert()
                .waitFor();
        check(stranger, "a wrong password");

        assertThat(findings).isEmpty();
    }

    @Test
    void holdsInTheChat(Installation taros, Person visitor, @SignedIn Person ada) {
        var bot = taros.newBot("Kaja", shop.origin());
        taros.teach(bot, "Delivery", "Delivery within Denmark takes two working days.");
        shop.embeds(taros, bot);

        visitor.visits(shop.address()).opensChat();
        check(visitor, "the open chat");
        visitor.asks("How long does delivery take?").sees("1 source");
        visitor.page.locator("taros-chat summary").click();
        check(visitor, "an answer with its source");
        visitor.visits(taros.url("/chat/" + bot.publicKey())).field("Your message").waitFor();
        check(visitor, "the chat's own page");

        ada.visits(taros.url("/inbox?bot=" + bot.id()));
        check(ada, "the list of conversations");
        ada.page.locator(".inbox-row").first().click();
        ada.seesHeading("Visitor");
        check(ada, "a transcript");

        assertThat(findings).isEmpty();
    }

    private static List<String> rooms(Installation.Bot bot, String source) {
        var rooms =
                new ArrayList<>(List.of("/home", "/home?again=true", "/home?again=true&way=text"));
        for (var room :
                List.of(
                        "/knowledge",
                        "/knowledge?add=files",
                        "/knowledge/questions",
                        "/knowledge/questions?add=question",
                        "/knowledge/questions/import",
                        "/knowledge/questions/alike",
                        "/inbox",
                        "/bot",
                        "/bot/widget",
                        "/test",
                        "/test/golden-questions",
                        "/test/golden-questions?open=add",
                        "/test/golden-questions?open=import",
                        "/test/golden-questions/proposals",
                        "/test/golden-questions/nights",
                        "/insights")) {
            rooms.add(room + (room.contains("?") ? "&" : "?") + "bot=" + bot.id());
        }
        rooms.add("/home/learning/" + source);
        rooms.add("/settings/api-keys");
        return rooms;
    }

    private void golden(Installation taros, Person ada, Installation.Bot bot) {
        ada.visits(taros.url("/test/golden-questions?open=add&bot=" + bot.id()))
                .writes("Question", "How long is delivery within Denmark?")
                .writes("Must say (optional)", "five weeks");
        ada.page.locator("#add button[type=submit]").click();
        ada.presses("Run all").sees("One question failed").sees("does not say “five weeks”");
        check(ada, "a run of golden questions");
        ada.page.locator("td .cell-title").click();
        ada.sees("What you change here holds from the next run on.");
        check(ada, "a golden question");
    }

    private void source(Installation taros, Person ada, Installation.Bot bot) {
        ada.visits(taros.url("/knowledge?bot=" + bot.id())).follows("Delivery");
        ada.seesHeading("Delivery");
        check(ada, "a source");
        ada.follows("Delete").seesHeading("Delete this source?");
        check(ada, "a source about to be deleted");
        ada.follows("Cancel").page.locator("td .cell-title").click();
        ada.sees("The text as it was understood.");
        check(ada, "a document");
    }

    private void site(Installation taros, Person ada, Installation.Bot bot) {
        try (var site = new KayakSite()) {
            ada.visits(taros.url("/home/learning/" + taros.sendTo(site.address(), bot)));
            ada.sees("4 of 7 read").sees("1 failed");
            check(ada, "a site being read");
            ada.visits(taros.url("/knowledge?bot=" + bot.id())).sees("4 of 7");
            check(ada, "the sources while one is read");
        }
    }

    private void draft(Installation taros, Person ada, Installation.Bot bot) {
        ada.visits(taros.url("/bot/draft?bot=" + bot.id())).presses("Let changes wait");
        ada.sees("On");
        check(ada, "no draft");
        taros.rest("PUT", "/bots/" + bot.id(), Map.of("instructions", "Be brief."));
        ada.visits(taros.url("/bot/draft?bot=" + bot.id()))
                .presses("Run golden questions on the draft")
                .sees("The draft failed")
                .sees("One question failed");
        ada.page.getByText("Publish although it has not passed").click();
        check(ada, "a draft that failed");
        ada.presses("Discard draft").seesHeading("Discard the draft?");
        check(ada, "a draft about to be discarded");
        ada.follows("Cancel").visits(taros.url("/test?edition=DRAFT&bot=" + bot.id()));
        check(ada, "the playground with a draft");
        ada.visits(taros.url("/bot?bot=" + bot.id())).sees("waits in the draft");
        check(ada, "settings that wait");
    }

    private void check(Person person, String place) {
        var grave = person.graveFindings();
        if (!grave.isEmpty()) {
            findings.put(place, grave);
        }
    }
}
