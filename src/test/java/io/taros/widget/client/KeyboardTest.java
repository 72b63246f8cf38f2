package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** No mouse. */
@BrowserTest
class KeyboardTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @Test
    void opensAsksReadsSourcesAndCloses(Page page) {
        var visitor = new Visitor(page).visits(host);
        press(page, "Tab", "Enter");
        visitor.message().waitFor();
        page.waitForCondition(() -> visitor.focused().equals("Your message"));

        page.keyboard().type("How do I return a vase?");
        press(page, "Enter");
        visitor.sees("2 sources");
        tabTo(visitor, "2 sources");
        press(page, "Enter");
        visitor.sees("Unused items can be returned within 30 days");
        press(page, "Escape");

        page.waitForCondition(() -> visitor.focused().equals("Open chat"));
        assertThat(visitor.message().isVisible()).isFalse();
    }

    @Test
    void choosesWhatWasMeant(Page page) {
        installation.answersWith(FakeInstallation.Answer.ASKED_BACK);
        var visitor = new Visitor(page).visits(host).opens().asks("vase?");
        visitor.sees("Did you mean one of these?");

        installation.answersWith(FakeInstallation.Answer.RETURNS);
        tabTo(visitor, "Returns and refunds");
        press(page, "Enter");

        visitor.sees("2 sources");
        assertThat(visitor.focused()).as("stays where it was").isEqualTo("Returns and refunds");
    }

    @Test
    void breaksTheLineWithShiftAndEnter(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        page.keyboard().type("One");
        press(page, "Shift+Enter");
        page.keyboard().type("two");

        assertThat(visitor.message().inputValue()).isEqualTo("One\ntwo");
        assertThat(installation.conversations).isEmpty();
    }

    @Test
    void stepsBackOneThingAtATimeWithEscape(Page page) {
        var visitor = new Visitor(page).visits(host).opens();
        visitor.button("Menu").click();
        visitor.button("Leave your contact details").click();
        page.waitForCondition(() -> visitor.focused().isEmpty());

        press(page, "Escape");
        page.waitForCondition(() -> visitor.focused().equals("Your message"));
        visitor.button("Menu").click();
        press(page, "Escape");
        assertThat(visitor.focused()).isEqualTo("Menu");
        press(page, "Escape");

        page.waitForCondition(() -> visitor.focused().equals("Open chat"));
    }

    @Test
    void agreesEndsAndSaysHowItWas(Page page) {
        installation.config.put("consent", true);
        var visitor = new Visitor(page).visits(host).opens();
        page.keyboard().type("Hello");
        press(page, "Enter");
        visitor.sees("Tick the box first.");
        press(page, "Space");
        tabForward(visitor, "Your message");
        press(page, "Enter");
        visitor.sees("2 sources");

        tabTo(visitor, "Menu");
        press(page, "Enter");
        tabForward(visitor, "End chat");
        press(page, "Enter");
        visitor.sees("How was this chat?");
        tabForward(visitor, "1: Very bad");
        press(page, "ArrowRight", "ArrowRight", "ArrowRight", "Space");
        assertThat(visitor.focused()).isEqualTo("4: Good");
        press(page, "Tab");
        page.keyboard().type("Quick.");
        press(page, "Tab", "Enter");

        visitor.sees("Thank you for your rating.");
        assertThat(installation.requestsTo("POST", "/rating").getFirst().body())
                .isEqualTo("{\"score\":4,\"comment\":\"Quick.\"}");
    }

    @Test
    void takesTheChatAlongAndStepsBack(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Hello").sees("2 sources");
        tabForward(visitor, "Your data");
        press(page, "Enter");
        tabForward(visitor, "Delete my chat");
        press(page, "Enter");
        assertThat(visitor.focused()).isEqualTo("Keep it");

        press(page, "Escape");

        page.waitForCondition(() -> visitor.focused().equals("Your message"));
        assertThat(installation.conversations).hasSize(1);
    }

    @Test
    void keepsTheFocusInsideWhenItFillsTheScreen(Page page) {
        page.setViewportSize(390, 844);
        var visitor = new Visitor(page).visits(host).opens();

        for (var stop = 0; stop < 20; stop++) {
            press(page, "Tab");
            assertThat(visitor.focused()).isNotEqualTo("Open chat");
            assertThat(page.evaluate("document.activeElement.localName")).isEqualTo("taros-chat");
        }
    }

    private static void tabForward(Visitor visitor, String name) {
        for (var stop = 0; stop < 30 && !visitor.focused().equals(name); stop++) {
            visitor.page.keyboard().press("Tab");
        }
        assertThat(visitor.focused()).isEqualTo(name);
    }

    private static void tabTo(Visitor visitor, String name) {
        for (var stop = 0; stop < 20 && !visitor.focused().equals(name); stop++) {
            visitor.page.keyboard().press("Shift+Tab");
        }
        assertThat(visitor.focused()).isEqualTo(name);
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }
}
