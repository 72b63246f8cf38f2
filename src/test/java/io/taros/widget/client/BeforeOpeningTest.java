package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.taros.browser.BrowserTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * P-26, P-38: the widget is silent until somebody opens it. P-03, P-05: then it says whose rules
 * apply, and for whom it is.
 */
@BrowserTest
class BeforeOpeningTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @Test
    void makesOneRequestAndStoresNothing(Page page, BrowserContext context) {
        var visitor = new Visitor(page).visits(host);
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(installation.requests)
                .extracting(FakeInstallation.Request::path)
                .containsExactly("/widget.js");
        assertThat(visitor.storage()).isEqualTo("{}");
        assertThat(context.cookies()).isEmpty();
        assertThat(page.evaluate("indexedDB.databases().then(found => found.length)")).isEqualTo(0);
    }

    @Test
    void storesNothingUntilTheVisitorWrites(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        assertThat(visitor.storage()).isEqualTo("{}");
        assertThat(installation.requestsTo("POST", "/conversations")).isEmpty();
    }

    @Test
    void runsTheCallsThatWereQueuedBeforeItArrived(Page page) {
        host.head(
                "<script>(window.Taros ??= []).push(['open', {message: 'Where is my"
                        + " parcel?'}])</script>");

        page.navigate(host.url());

        new Visitor(page).sees("Where is my parcel?").sees("You can return anything");
    }

    @Test
    void speaksToTheHostPageThroughEvents(Page page) {
        var heard = new ArrayList<String>();
        page.exposeFunction("heard", arguments -> heard.add((String) arguments[0]));
        host.head(
                "<script>(window.Taros ??= []).push(t => ['ready', 'open', 'close', 'message',"
                        + " 'handover'].forEach(name => t.on(name, () => heard(name))))</script>");

        var visitor =
                new Visitor(page)
                        .visits(host)
                        .opens()
                        .asks("Hello")
                        .sees("You can return anything");
        page.keyboard().press("Escape");
        visitor.waitsUntil(() -> heard.contains("close"));

        assertThat(heard).startsWith("ready", "open").contains("message").endsWith("close");
    }

    @Test
    void obeysTheHostPage(Page page) {
        new Visitor(page).visits(host);

        page.evaluate("Taros.launcher(false)");
        assertThat(page.getByRole(AriaRole.BUTTON).count()).isZero();
        page.evaluate(
                "Taros.launcher(true); Taros.locale('da'); Taros.theme('dark'); Taros.open()");
        page.getByText("Du skriver med en AI").waitFor();

        assertThat(page.evaluate("Taros.isOpen()")).isEqualTo(true);
        assertThat(page.evaluate("document.querySelector('taros-chat').dataset.theme"))
                .isEqualTo("dark");
        page.evaluate("Taros.toggle()");
        page.waitForCondition(() -> page.evaluate("Taros.isOpen()").equals(false));
    }

    @Test
    void showsAnInlineChatOnlyWhenItsButtonIsPressed(Page page) {
        host.body(
                "<taros-chat bot=%s></taros-chat><script async src=%s/widget.js></script>"
                        .formatted(FakeInstallation.BOT, installation.origin()));
        var visitor = new Visitor(page).visits(host);
        assertThat(installation.requests).hasSize(1);

        visitor.opens().asks("Hello").sees("You can return anything");

        assertThat(visitor.button("Close chat").count()).isZero();
    }

    @Test
    void fillsThePageWhenThePageIsTheChat(Page page) {
        host.body(
                "<taros-chat bot=%s full-page></taros-chat><script async src=%s/widget.js></script>"
                        .formatted(FakeInstallation.BOT, installation.origin()));

        page.navigate(host.url());

        new Visitor(page)
                .sees("How do I return a vase?")
                .asks("Hello")
                .sees("You can return anything");
    }

    @Test
    void saysItIsAnAiAndWhoseRulesApplyBeforeTheFirstAnswer(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        visitor.sees("You are talking to an AI").sees("AI assistant").sees("For ages 16 and over.");
        var policy = visitor.text("Our privacy policy applies.");
        assertThat(policy.getAttribute("href")).isEqualTo("https://fjordglas.example/privacy");
        assertThat(List.of(policy.getAttribute("rel").split(" ")))
                .contains("noopener", "nofollow", "ugc");
    }

    /** AI Act, Article 50: told before, marked for machines, and on record with the server. */
    @Test
    void tellsTheServerWhatItSaidAndMarksWhatNoHumanWrote(Page page) {
        new Visitor(page).visits(host).opens().asks("Hello").sees("You can return anything");

        assertThat(page.locator("taros-chat [data-ai=true]").count()).isEqualTo(1);
        assertThat(installation.requestsTo("POST", "/conversations"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body())
                                .contains("\"aiNotice\":\"You are talking to an AI."));
    }

    @Test
    void saysNothingOfItWhereTheOwnerSwitchedThatOff(Page page) {
        installation.config.put("showAiNotice", false);

        var visitor = new Visitor(page).visits(host).opens();

        visitor.sees("AI assistant");
        assertThat(page.getByText("You are talking to an AI").count()).isZero();
    }
}
