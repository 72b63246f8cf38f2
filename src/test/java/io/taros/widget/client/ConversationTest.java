package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.taros.browser.BrowserTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Asking, reading, judging. P-36: what is said is text. */
@BrowserTest
class ConversationTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    @Test
    void answersASuggestedQuestionWithItsSources(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        visitor.button("How do I return a vase?").click();
        visitor.sees("You get your money back").sees("Solid").sees("87%");
        visitor.text("2 sources").click();

        visitor.sees("Unused items can be returned within 30 days");
        var title = visitor.text("Returns and refunds").locator("xpath=ancestor-or-self::a");
        assertThat(title.getAttribute("href"))
                .isEqualTo(
                        "https://fjordglas.example/help/returns"
                                + "#:~:text=Unused%20items%20can%20be%20returned,page%20and%20the%20original%20box");
    }

    @Test
    void showsTheTextAsItComes(Page page) {
        installation.holdAnswers();
        var visitor = new Visitor(page).visits(host).opens().asks("How do I return a vase?");
        visitor.sees("Searching");

        installation.letThrough(1);
        visitor.sees("You can return anything");
        assertThat(visitor.text("Print the label").count()).isZero();
        var first = visitor.text("You can return anything").first().elementHandle();
        installation.letThrough(10);

        visitor.sees("2 sources");
        assertThat(first.evaluate("node => node.isConnected && node.textContent"))
                .as("the line that was there stays, and is completed")
                .asString()
                .contains("Print the label");
    }

    @Test
    void opensTheSourceThatAMarkPointsAt(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        visitor.button("Source 2").click();

        visitor.sees("Return labels are free of charge");
        assertThat(visitor.focused()).contains("Return labels are free of charge");
    }

    @Test
    void showsTheConversationAgainAfterAReload(Page page) {
        var visitor =
                new Visitor(page)
                        .visits(host)
                        .opens()
                        .asks("How do I return a vase?")
                        .sees("2 sources");

        page.reload();
        visitor.launcher().waitFor();
        visitor.opens().sees("How do I return a vase?").sees("2 sources");

        assertThat(
                        page.getByText(
                                        "How do I return a vase?",
                                        new Page.GetByTextOptions().setExact(true))
                                .filter(
                                        new com.microsoft.playwright.Locator.FilterOptions()
                                                .setVisible(true))
                                .count())
                .isEqualTo(1);
        assertThat(installation.conversations).hasSize(1);
        assertThat(visitor.storage()).contains(installation.onlyConversation().id);
    }

    @Test
    void sendsAThumbForTheAnswerItStandsUnder(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        visitor.button("Helpful").click();

        visitor.waitsUntil(() -> installation.requestsTo("POST", "/rating").size() == 1);
        assertThat(installation.requestsTo("POST", "/rating").getFirst().body())
                .contains("\"rating\":\"up\"");
        page.waitForCondition(
                () -> "true".equals(visitor.button("Helpful").getAttribute("aria-pressed")));
    }

    @Test
    void asksWhatWasWrongUnderAThumbThatPointsDown(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");
        visitor.button("Not helpful").click();
        page.waitForCondition(() -> visitor.focused().equals("What should we know? (optional)"));

        page.keyboard().type("It is 14 days.");
        page.locator("taros-chat .remark").getByText("Send").click();

        visitor.sees("Thank you for your rating.");
        assertThat(installation.requestsTo("POST", "/rating"))
                .extracting(FakeInstallation.Request::body)
                .satisfiesExactly(
                        thumb -> assertThat(thumb).contains("down").doesNotContain("comment"),
                        remark ->
                                assertThat(remark)
                                        .contains("down", "\"comment\":\"It is 14 days.\""));
    }

    @Test
    void copiesAnAnswerWithoutItsMarks(Page page, BrowserContext context) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        new Visitor(page).button("Copy answer").click();

        page.getByText("Copied").waitFor(ATTACHED);
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .startsWith(
                        "You can return anything within 30 days, as long as it is unused. Print")
                .doesNotContain("[1]", "**");
    }

    @Test
    void reachesAPersonBeforeAndAfterTheFirstWord(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        visitor.button("Talk to a person").click();

        visitor.sees("Karen from Fjordglas has been asked to join.").sees("Waiting for a person");
        assertThat(visitor.button("Talk to a person").isDisabled()).isTrue();
        installation
                .onlyConversation()
                .tell("message", Map.of("id", "m1", "role", "person", "text", "Hi, Karen here."));
        visitor.sees("Hi, Karen here.").sees("A person is here");
    }

    @Test
    void offersAPersonAndAFormWhenItCannotAnswer(Page page) {
        installation.answersWith(FakeInstallation.Answer.UNKNOWN);
        var visitor = new Visitor(page).visits(host).opens().asks("Do you sell cars?");

        visitor.button("Leave your contact details").click();
        var form = page.getByRole(AriaRole.DIALOG).getByText("Send");
        form.click();
        visitor.sees("Enter an e-mail address or a phone number");
        page.getByLabel("E-mail").fill("ada@example.org");
        form.click();

        visitor.sees("Thank you. We have your details");
        assertThat(installation.requestsTo("POST", "/lead").getFirst().body())
                .startsWith(
                        "{\"email\":\"ada@example.org\",\"consent\":\"Our privacy policy"
                                + " applies.\",\"page\":\""
                                + host.url());
    }

    @Test
    void asksTheChoiceThatIsTapped(Page page) {
        installation.answersWith(FakeInstallation.Answer.ASKED_BACK);
        var visitor = new Visitor(page).visits(host).opens().asks("vase?");
        visitor.sees("Did you mean one of these?");
        assertThat(page.locator("taros-chat .line.bot .offers li").allInnerTexts())
                .containsExactlyElementsOf(FakeInstallation.Answer.ASKED_BACK.choices());

        installation.answersWith(FakeInstallation.Answer.RETURNS);
        visitor.button("Returns and refunds").click();

        visitor.sees("2 sources");
        assertThat(installation.requestsTo("POST", "/messages").getLast().body())
                .contains("\"text\":\"Returns and refunds\"");
    }

    @Test
    void offersTheChoicesAgainAfterAReload(Page page) {
        installation.answersWith(FakeInstallation.Answer.ASKED_BACK);
        var visitor = new Visitor(page).visits(host).opens().asks("vase?");
        visitor.sees("Did you mean one of these?");

        page.reload();
        visitor.launcher().waitFor();
        visitor.opens();

        visitor.button("Returns and refunds").waitFor();
    }

    @Test
    void countsRepliesThatCameWhileItWasClosed(Page page) {
        var visitor = new Visitor(page).visits(host).opens();
        visitor.button("Talk to a person").click();
        visitor.sees("Karen from Fjordglas has been asked to join.");
        page.reload();
        visitor.launcher().waitFor();

        visitor.waitsUntil(() -> installation.requestsTo("GET", "/events").size() == 2);
        installation
                .onlyConversation()
                .tell("message", Map.of("id", "m1", "role", "person", "text", "Hi, Karen here."));

        visitor.button("Open chat, 1 unread").click();
        visitor.sees("Hi, Karen here.");
    }

    @Test
    void forgetsOnReset(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        page.evaluate("Taros.reset()");

        visitor.sees("How do I return a vase?");
        assertThat(visitor.storage()).isEqualTo("{}");
    }

    @Test
    void showsHostileTextAsText(Page page) {
        page.onDialog(dialog -> org.junit.jupiter.api.Assertions.fail("a script ran"));
        installation.answersWith(
                new FakeInstallation.Answer(
                        List.of(
                                "<img src=x onerror=alert(1)> <script>alert(1)</script>"
                                        + " ![x](https://evil.example/p.png) ",
                                "[click](javascript:alert(1)) [data](data:text/html,x)"
                                        + " [ok](https://good.example/a_(b)) ",
                                "https://user:secret@evil.example/ **bold** `code`"),
                        List.of(
                                Map.of(
                                        "title",
                                        "<b>T</b>",
                                        "url",
                                        "javascript:alert(1)",
                                        "quote",
                                        "<i>q</i>")),
                        0.5,
                        "fair",
                        "answered"));

        var visitor = new Visitor(page).visits(host).opens().asks("<svg onload=alert(1)>");
        visitor.sees("1 source");

        visitor.sees("<svg onload=alert(1)>").sees("<img src=x onerror=alert(1)>");
        var links = page.locator("taros-chat .line.bot a");
        assertThat(links.evaluateAll("found => found.map(a => a.href)"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("https://good.example/a_(b)")
                .allSatisfy(address -> assertThat((String) address).startsWith("https://"))
                .noneSatisfy(address -> assertThat((String) address).contains("secret"));
        assertThat(page.locator("taros-chat img, taros-chat .line script").count()).isZero();
    }
}
