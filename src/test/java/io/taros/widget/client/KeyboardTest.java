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
    void keepsTheFocusInsideWhenItFillsTheScreen(Page page) {
        page.setViewportSize(390, 844);
        var visitor = new Visitor(page).visits(host).opens();

        for (var stop = 0; stop < 20; stop++) {
            press(page, "Tab");
            assertThat(visitor.focused()).isNotEqualTo("Open chat");
            assertThat(page.evaluate("document.activeElement.localName")).isEqualTo("taros-chat");
        }
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
