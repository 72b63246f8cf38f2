package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.fetch.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody says which pages of a site are read, and sees what became of them. */
@JourneyTest
class RulesAndDiffIT {
    @AutoClose private final TestSite site = new TestSite();

    @BeforeEach
    void aSiteWithAShopAndHelp() {
        site.status("/robots.txt", 404);
        site.html(
                "/",
                page("Oars", "We carve oars of ash.")
                        + "<a href='/help/care'>c</a><a href='/help/sizes'>s</a><a href='/shop/oar'>o</a>");
        site.html("/help/care", page("Care", "Oil an oar twice a year."));
        site.html("/help/sizes", page("Sizes", "An oar is as long as a rower and a half."));
        site.html("/shop/oar", page("The oar", "An oar of ash."));
    }

    @Test
    void seesWhatRulesMatchBeforeAnythingIsRead(Installation taros, @SignedIn Person ada) {
        ada.complaints.forgive("status of 422");
        var bot = taros.newBot("Carver");
        ada.visits(taros.url("/knowledge?add=website&bot=" + bot.id()));
        ada.writes("Address of the website", site.url("/"));
        ada.page.locator("#add-website .folded > summary").click();

        ada.page.locator("#add-website-include").pressSequentially("help/*");
        ada.sees("is not a path: begin with / or *");
        ada.page.locator("#add-website-include").fill("");
        ada.page.locator("#add-website-include").pressSequentially("/help/*");
        ada.sees("2 are read").sees("2 are left out");
        assertThat(ada.graveFindings()).isEmpty();
        ada.page.locator("#add-website-exclude").pressSequentially("*/sizes");
        ada.sees("One is read");

        ada.ticks("I have the right to use this material here.").presses("Add website");
        ada.follows("127.0.0.1:" + site.port()).sees("Care").seesNoMore("Sizes");
        ada.sees("2 patterns say which pages are read");
    }

    @Test
    void seesWhatChangedSinceTheLastReading(Installation taros, @SignedIn Person ada) {
        var bot = taros.newBot("Carver");
        ada.visits(taros.url("/knowledge?add=website&bot=" + bot.id()));
        ada.writes("Address of the website", site.url("/"))
                .ticks("I have the right to use this material here.")
                .presses("Add website");
        ada.follows("127.0.0.1:" + site.port()).sees("4 new pages");

        site.html("/help/care", page("Care", "Oil an oar three times a year."));
        site.status("/shop/oar", 410);
        ada.presses("Sync now");

        ada.sees("One changed page").sees("One vanished page");
        ada.page.locator(".runs summary:has-text('One vanished page')").first().click();
        ada.sees(site.url("/shop/oar"));
        assertThat(ada.graveFindings()).isEmpty();
        ada.follows("Pages and pace").sees("4 pages are known of this site");
    }

    private static String page(String title, String text) {
        return "<title>%s</title><main><p>%s</p></main>".formatted(title, text);
    }
}
