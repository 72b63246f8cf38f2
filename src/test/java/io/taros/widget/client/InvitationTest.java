package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * P-38: a message that invites to the chat, once in a visit, by rules that stand in the page. To
 * know that it was shown, nothing is stored and nobody is called.
 */
@BrowserTest
class InvitationTest {
    private static final String TEXT = "Questions about shipping?";

    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage();

    private void rules(String json) {
        host.body(
                "<div style='height:4000px'></div>"
                        + HostPage.snippet(installation)
                                .replace("<script ", "<script data-proactive='" + json + "' "));
    }

    @BeforeEach
    void invitesToPrices() {
        rules("[{\"text\":\"%s\",\"page\":\"/prices*\",\"seconds\":5}]".formatted(TEXT));
    }

    private Visitor at(Page page, String path) {
        page.navigate(host.url() + path);
        var visitor = new Visitor(page);
        visitor.launcher().waitFor();
        return visitor;
    }

    private static boolean isInvited(Page page) {
        return page.getByText(TEXT).isVisible();
    }

    @Test
    void waitsForItsTimeOnItsPageAndOpensTheChatWithItsWords(Page page, BrowserContext context) {
        page.clock().install();
        var visitor = at(page, "prices/denmark?from=ad");
        // The clock goes on by itself, too, while the page is read.
        page.clock().runFor(2_000);
        assertThat(isInvited(page)).isFalse();

        page.clock().runFor(3_000);
        visitor.sees(TEXT);
        assertThat(installation.requests)
                .extracting(FakeInstallation.Request::path)
                .containsExactly("/widget.js");
        assertThat(visitor.storage()).isEqualTo("{}");
        assertThat(context.cookies()).isEmpty();

        visitor.button(TEXT).click();
        visitor.message().waitFor();
        assertThat(page.locator("taros-chat .welcome h2").innerText()).isEqualTo(TEXT);
        assertThat(page.locator("taros-chat .invitation").innerText()).isEmpty();
    }

    @Test
    void saysNothingOnOtherPages(Page page) {
        page.clock().install();
        at(page, "about");

        page.clock().runFor(60_000);

        assertThat(isInvited(page)).isFalse();
    }

    /** With the browser's own clock: Playwright's hides how a page was loaded. */
    @Test
    void comesOnceInAVisitHoweverOftenThePageIsLoaded(Page page) {
        rules("[{\"text\":\"%s\",\"page\":\"/prices*\",\"seconds\":0}]".formatted(TEXT));
        at(page, "about");
        var visitor = at(page, "prices").sees(TEXT);
        visitor.button("Dismiss").click();
        assertThat(isInvited(page)).isFalse();
        assertThat(visitor.focused()).isEqualTo("Open chat");

        page.reload();
        visitor.launcher().waitFor();
        passTurn(page);
        assertThat(isInvited(page)).as("loaded again").isFalse();
        at(page, "about");
        at(page, "prices/norway");
        passTurn(page);
        assertThat(isInvited(page)).as("another page it is for").isFalse();
    }

    /** What was due before has happened when this returns. */
    private static void passTurn(Page page) {
        page.evaluate("new Promise(done => setTimeout(done, 1))");
    }

    @Test
    void followsAPageThatNeverLoadsAnew(Page page) {
        page.clock().install();
        var visitor = at(page, "about");
        page.clock().runFor(60_000);

        page.evaluate("history.pushState({}, '', '/prices')");
        page.clock().runFor(5_000);

        visitor.sees(TEXT);
    }

    @Test
    void waitsForTheScrollAndTheTimeWhereBothAreAsked(Page page) {
        rules("[{\"text\":\"%s\",\"seconds\":5,\"scroll\":50}]".formatted(TEXT));
        page.clock().install();
        var visitor = at(page, "");
        page.clock().runFor(60_000);
        assertThat(isInvited(page)).isFalse();

        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");

        visitor.sees(TEXT);
    }

    @Test
    void isSetByTheHostPageToo(Page page) {
        host.body(HostPage.snippet(installation))
                .head(
                        "<script>(window.Taros ??= []).push(['set', {proactive: {text: '"
                                + TEXT
                                + "', seconds: 0}}])</script>");

        at(page, "").sees(TEXT);
    }

    @Test
    void leavesPeopleAloneWhoHaveAChatAlready(Page page) {
        rules("[{\"text\":\"%s\",\"seconds\":5}]".formatted(TEXT));
        page.clock().install();
        var visitor = at(page, "").opens().asks("Hello").sees("2 sources");
        page.keyboard().press("Escape");

        at(page, "next");
        page.clock().runFor(60_000);

        assertThat(isInvited(page)).isFalse();
        visitor.launcher().waitFor();
    }

    @Test
    void leavesThePageAloneWhereItsRulesAreUnreadable(Page page) {
        rules("{broken");

        at(page, "").opens();
    }
}
