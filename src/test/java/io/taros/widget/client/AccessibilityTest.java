package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.taros.browser.Accessibility;
import io.taros.browser.BrowserTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing grave for axe in any state, light or dark, on a desk or in a hand. */
@BrowserTest
class AccessibilityTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNoGraveFindings(ColorScheme scheme, Page page) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        host.head("<style>:root{color-scheme:light dark}</style>");
        var visitor = new Visitor(page).visits(host);
        assertThat(Accessibility.graveFindings(page)).as("closed").isEmpty();

        visitor.opens();
        assertThat(Accessibility.graveFindings(page)).as("first view").isEmpty();

        visitor.asks("Returns?").sees("2 sources").text("2 sources").click();
        assertThat(Accessibility.graveFindings(page)).as("answer with sources").isEmpty();

        installation.answersWith(FakeInstallation.Answer.ASKED_BACK);
        visitor.asks("Vases?").sees("Did you mean one of these?");
        assertThat(Accessibility.graveFindings(page)).as("asked back").isEmpty();

        installation.answersWith(FakeInstallation.Answer.UNKNOWN);
        visitor.asks("Cars?").sees("I could not find that").button("Menu").click();
        assertThat(Accessibility.graveFindings(page)).as("unanswered, menu open").isEmpty();

        page.keyboard().press("Escape");
        visitor.button("Leave your contact details").click();
        visitor.sees("What is it about?");
        assertThat(Accessibility.graveFindings(page)).as("contact form").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isLargeEnoughForFingersInAHand(ColorScheme scheme, Page page) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(390, 844);
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");
        installation.answersWith(FakeInstallation.Answer.ASKED_BACK);
        visitor.asks("Vases?").sees("Did you mean one of these?");

        assertThat(Accessibility.graveFindings(page)).isEmpty();
        var small =
                page.locator("taros-chat button:visible, taros-chat summary:visible")
                        .evaluateAll(
                                "all => all.filter(e => !e.matches('.mark')).map(e =>"
                                        + " [e.textContent, e.getBoundingClientRect()]).filter(([, r])"
                                        + " => r.height < 44).map(([name]) => name)");
        assertThat(small)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }
}
