package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.taros.browser.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-03: where the owner asks for consent, nothing leaves the browser before it is given. */
@BrowserTest
class ConsentTest {
    private static final String OURS =
            "I agree that what I write is stored and answered by an AI, as the privacy policy says.";

    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @BeforeEach
    void ownerAsks() {
        installation.config.put("consent", true);
    }

    private static Locator box(Page page) {
        return page.getByRole(AriaRole.CHECKBOX);
    }

    @Test
    void keepsWhatWasWrittenUntilTheBoxIsTicked(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Where is my parcel?");

        visitor.sees("Tick the box first.");
        page.waitForCondition(() -> (boolean) box(page).evaluate("box => box.matches(':focus')"));
        assertThat(installation.conversations).isEmpty();
        assertThat(visitor.storage()).isEqualTo("{}");

        page.keyboard().press("Space");
        assertThat(visitor.message().inputValue()).isEqualTo("Where is my parcel?");
        visitor.button("Send").click();

        visitor.sees("2 sources");
        assertThat(installation.requestsTo("POST", "/conversations"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body()).contains("\"consent\":\"" + OURS + "\""));
        assertThat(box(page).count()).as("not asked twice").isZero();
    }

    @Test
    void standsBeforeEveryOtherWayToBegin(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        visitor.button("How do I return a vase?").click();
        visitor.sees("Tick the box first.");
        assertThat(visitor.message().inputValue()).isEqualTo("How do I return a vase?");
        visitor.button("Talk to a person").click();
        visitor.button("Menu").click();
        visitor.button("Leave your contact details").click();

        assertThat(page.getByRole(AriaRole.DIALOG).getByText("What is it about?").count()).isZero();
        assertThat(installation.conversations).isEmpty();
    }

    @Test
    void showsTheOwnersWordsAndAsksAgainInAnotherChat(Page page) {
        installation.config.put("texts", Map.of("en:consent", "I am fine with that."));
        var visitor = new Visitor(page).visits(host).opens();
        page.getByLabel("I am fine with that.").check();
        visitor.asks("Hello").sees("2 sources");

        page.reload();
        visitor.launcher().waitFor();
        visitor.opens().sees("2 sources");
        assertThat(box(page).count()).isZero();
        visitor.button("Menu").click();
        visitor.button("Start a new chat").click();

        box(page).waitFor();
        assertThat(box(page).isChecked()).isFalse();
        assertThat(installation.requestsTo("POST", "/conversations").getFirst().body())
                .contains("\"consent\":\"I am fine with that.\"");
    }
}
