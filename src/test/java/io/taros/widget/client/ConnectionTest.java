package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Lines break. What was written is kept, what was said is heard once. */
@BrowserTest
class ConnectionTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @Test
    void keepsAMessageWrittenOfflineAndSendsItOnce(Page page, BrowserContext context) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        context.setOffline(true);
        visitor.asks("And broken ones?").sees("You are offline").sees("Not sent yet");
        context.setOffline(false);
        visitor.waitsUntil(() -> installation.onlyConversation().messageCount() == 2);

        visitor.text("You are offline").waitFor(hidden());
        visitor.text("Not sent yet").waitFor(hidden());
        assertThat(page.locator("taros-chat .line.visitor").count()).isEqualTo(2);
    }

    @Test
    void keepsAnUnsentMessageThroughAReload(Page page, BrowserContext context) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");
        page.route("**/messages", route -> route.abort());
        visitor.asks("And broken ones?").sees("Not sent yet");

        page.unroute("**/messages");
        page.reload();
        visitor.launcher().waitFor();
        visitor.opens().sees("And broken ones?");

        visitor.waitsUntil(() -> installation.onlyConversation().messageCount() == 2);
    }

    @Test
    void resumesAfterTheLastEventItSaw(Page page) {
        installation.holdAnswers();
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?");
        installation.letThrough(2);
        visitor.sees("Print the label");

        installation.onlyConversation().cut();
        installation.letThrough(10);
        visitor.sees("2 sources");

        assertThat(installation.requestsTo("GET", "/events").getLast().lastEventId())
                .as("visitor's message, two states and two pieces were seen")
                .isEqualTo("5");
        assertThat(visitor.text("You can return anything").count()).isEqualTo(1);
    }

    @Test
    void startsAnewWhenTheConversationIsGone(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");
        var gone = installation.onlyConversation();
        installation.conversations.clear();
        gone.cut();

        visitor.sees("How do I return a vase?").asks("Hello again").sees("2 sources");

        assertThat(installation.onlyConversation().id).isNotEqualTo(gone.id);
    }

    @Test
    void saysSoWhenTheChatCannotBeReached(Page page, BrowserContext context) {
        page.route("**/config", route -> route.abort());
        var visitor = new Visitor(page).visits(host);

        visitor.launcher().click();
        visitor.sees("The chat could not be reached");
        page.unroute("**/config");
        visitor.button("Try again").click();

        visitor.sees("How do I return a vase?");
    }

    @Test
    void saysSoWhenTheModuleCannotBeLoaded(Page page) {
        page.route("**/widget/chat.js", route -> route.abort());
        var visitor = new Visitor(page).visits(host);

        visitor.launcher().click();

        visitor.sees("The chat could not be loaded. Try again.");
        assertThat(page.evaluate("Taros.isOpen()")).isEqualTo(false);
    }

    @Test
    void saysSoWhenTheStyleCannotBeLoaded(Page page) {
        page.route("**/widget/chat.css", route -> route.abort());
        var visitor = new Visitor(page).visits(host);

        visitor.launcher().click();

        visitor.sees("The chat could not be loaded. Try again.");
        page.unroute("**/widget/chat.css");
        visitor.opens().sees("How do I return a vase?");
    }

    @Test
    void saysSoWhenTheWebsiteIsNotAllowed(Page page) {
        installation.refusesConfigWith(403);
        var visitor = new Visitor(page).visits(host);

        visitor.launcher().click();

        visitor.sees("This chat is not switched on for this website.");
    }

    @Test
    void saysSoWhileItIsSuspended(Page page) {
        installation.suspend(true);
        var visitor = new Visitor(page).visits(host);

        visitor.launcher().click();

        visitor.sees("This chat is not available at present.");
    }

    /** What was said stays, and what is written meanwhile arrives in the same conversation. */
    @Test
    void goesOnWithTheConversationOnceItIsServedAgain(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("How do I return a vase?");
        visitor.sees("The label is free");
        installation.suspend(true);
        visitor.asks("And a tumbler?").sees("This chat is not available at present.");
        visitor.sees("The label is free");

        installation.suspend(false);
        page.evaluate("dispatchEvent(new Event('online'))");

        visitor.waitsUntil(() -> installation.onlyConversation().messageCount() == 2);
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
