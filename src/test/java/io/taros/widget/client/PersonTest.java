package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.taros.browser.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** P-11: whoever has the word is named, a person as a person, and the end is an end. */
@BrowserTest
class PersonTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    private Visitor waiting(Page page) {
        var visitor = new Visitor(page).visits(host).opens();
        visitor.button("Talk to a person").click();
        return visitor.sees("Karen from Fjordglas has been asked to join.");
    }

    private FakeConversation chat() {
        return installation.onlyConversation();
    }

    private void enter(String state, String name) {
        chat().tell(
                        "state",
                        name.isEmpty()
                                ? Map.of("state", state)
                                : Map.of("state", state, "by", Map.of("name", name)));
    }

    private void says(String id, String text) {
        chat().tell(
                        "message",
                        Map.of(
                                "id",
                                id,
                                "role",
                                "person",
                                "text",
                                text,
                                "author",
                                Map.of("name", "Karen")));
    }

    @Test
    void namesThePersonWhoAnswersAndMarksNoneOfTheirWordsAsAnAis(Page page) {
        var visitor = waiting(page);
        visitor.sees("Waiting for a person");

        enter("person", "Karen");
        visitor.sees("Karen, a person");
        assertThat(visitor.message().getAttribute("placeholder")).isEqualTo("Write to Karen");
        says("m1", "Hi, what is your order number?");
        visitor.sees("Hi, what is your order number?");

        assertThat(page.locator("taros-chat .line.person .by").innerText())
                .isEqualTo("Karen, a person");
        assertThat(page.locator("taros-chat [data-ai]").count()).isZero();
        visitor.asks("4711").sees("4711");
        enter("bot", "");
        page.waitForCondition(() -> visitor.button("Talk to a person").isEnabled());
        visitor.sees("AI assistant");
    }

    /** What the bot had begun to say is no answer once a person has the word. */
    @Test
    void dropsAnAnswerInTheMakingWhenAPersonTakesOver(Page page) {
        installation.holdAnswers();
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?");
        installation.letThrough(1);
        visitor.sees("You can return anything");

        enter("person", "Karen");

        visitor.sees("Karen, a person");
        page.waitForCondition(() -> visitor.text("You can return anything").count() == 0);
        assertThat(visitor.text("Writing").isVisible()).isFalse();
    }

    /** Handed back and asked for again, each is told in its place. */
    @Test
    void tellsOfEachHandover(Page page) {
        installation.answersWith(FakeInstallation.Answer.UNKNOWN);
        var visitor = waiting(page);
        enter("person", "Karen");
        enter("bot", "");
        visitor.sees("AI assistant").asks("And now?").sees("I could not find that");

        visitor.button("Talk to a person").first().click();

        page.waitForCondition(
                () -> page.getByText("Karen from Fjordglas has been asked to join.").count() == 2);
    }

    @Test
    void showsThatAPersonWritesUntilTheyAreSilentOrHaveSaidIt(Page page) {
        page.clock().install();
        var visitor = waiting(page);
        enter("person", "Karen");

        chat().tell("typing", Map.of("who", "person", "name", "Karen"));
        visitor.sees("Karen is writing");
        page.clock().runFor(6_000);
        page.waitForCondition(() -> !visitor.text("Karen is writing").isVisible());
        chat().tell("typing", Map.of("who", "person"));
        visitor.sees("Karen is writing");
        says("m1", "Here I am.");

        visitor.sees("Here I am.");
        page.waitForCondition(() -> !visitor.text("Karen is writing").isVisible());
    }

    @Test
    void tellsAPersonButNeverABotThatTheVisitorWrites(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Hello").sees("2 sources");
        page.keyboard().type("Something the bot need not know");
        assertThat(installation.requestsTo("POST", "/typing")).isEmpty();

        enter("person", "Karen");
        visitor.sees("Karen, a person");
        page.keyboard().type(", but Karen does");

        visitor.waitsUntil(() -> !installation.requestsTo("POST", "/typing").isEmpty());
        assertThat(installation.requestsTo("POST", "/typing"))
                .as("once in three seconds, not once a key")
                .hasSize(1);
    }

    @Test
    void endsTheChatAsksHowItWasAndOffersAnother(Page page) {
        installation.config.put("mail", true);
        var visitor = new Visitor(page).visits(host).opens().asks("Hello").sees("2 sources");

        visitor.button("Menu").click();
        visitor.button("End chat").click();
        visitor.sees("This chat has ended.").sees("How was this chat?");
        visitor.button("Send it by e-mail").waitFor();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("4: Good")).check();
        page.getByLabel("What should we know? (optional)").fill("Quick.");
        page.locator("taros-chat .csat").getByText("Send").click();

        visitor.sees("Thank you for your rating.");
        assertThat(installation.requestsTo("POST", "/rating").getFirst().body())
                .isEqualTo("{\"score\":4,\"comment\":\"Quick.\"}");
        page.reload();
        visitor.launcher().waitFor();
        visitor.opens().sees("This chat has ended.");
        assertThat(page.getByText("How was this chat?").count()).as("asked once").isZero();

        page.locator("taros-chat .closing").getByText("Start a new chat").click();
        visitor.sees("How do I return a vase?");
        assertThat(visitor.storage()).isEqualTo("{}");
    }

    @Test
    void goesOnWhereTheVisitorWritesAfterTheEnd(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Hello").sees("2 sources");
        enter("resolved", "");
        visitor.sees("This chat is settled.");
        assertThat(visitor.message().getAttribute("placeholder")).isEqualTo("Write to go on");

        visitor.asks("One more thing");

        visitor.sees("AI assistant");
        page.waitForCondition(() -> !visitor.text("This chat is settled.").first().isVisible());
    }

    /** Once nobody is awaited any more, the next page is as silent as before. */
    @Test
    void listensOnLaterPagesOnlyWhileAPersonIsAwaited(Page page) {
        var visitor = waiting(page);
        assertThat(visitor.storage()).contains("\\\"person\\\":true");

        enter("resolved", "");
        visitor.sees("This chat is settled.");

        visitor.waitsUntil(() -> visitor.storage().contains("\\\"person\\\":false"));
        // What asks how it was comes by itself, and late on a busy machine.
        visitor.waitsUntil(() ->
                installation.requests.stream()
                        .anyMatch(request -> request.path().startsWith("/widget/rating-")));
        var before = installation.requests.size();
        page.reload();
        visitor.launcher().waitFor();
        page.waitForLoadState();
        assertThat(installation.requests.subList(before, installation.requests.size()))
                .extracting(FakeInstallation.Request::path)
                .containsExactly("/widget.js");
    }

    @Test
    void isSilentUntilTheVisitorSwitchesSoundOn(Page page) {
        page.addInitScript(
                """
                window.notes = 0;
                window.AudioContext = class extends AudioContext {
                  createOscillator() { window.notes++; return super.createOscillator(); }
                };
                """);
        var visitor = waiting(page);
        enter("person", "Karen");
        says("m1", "First");
        visitor.sees("First");
        assertThat(page.evaluate("notes")).isEqualTo(0);

        visitor.button("Menu").click();
        visitor.button("Switch sound on").click();
        var heard = (int) page.evaluate("notes");
        says("m2", "Second");
        visitor.sees("Second");

        assertThat((int) page.evaluate("notes")).isGreaterThan(heard);
        visitor.button("Menu").click();
        visitor.button("Switch sound off").waitFor();
    }

    @Test
    void promisesNobodyWhereNobodyComes(Page page) {
        installation.hold();
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        visitor.button("Talk to a person").click();

        visitor.sees("That did not work.");
        assertThat(page.locator("taros-chat").textContent()).doesNotContain("been asked to join");
    }
}
