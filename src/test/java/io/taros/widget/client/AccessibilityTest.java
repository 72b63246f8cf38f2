package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import io.taros.browser.Accessibility;
import io.taros.browser.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
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
    void hasNoneFromTheInvitationToTheEnd(ColorScheme scheme, Page page) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        installation.config.put("consent", true);
        installation.config.put("mail", true);
        host.head("<style>:root{color-scheme:light dark}</style>")
                .body(
                        HostPage.snippet(installation)
                                .replace(
                                        "<script ",
                                        "<script data-proactive='[{\"text\":\"Questions?\",\"seconds\":0}]' "));
        var visitor = new Visitor(page).visits(host).sees("Questions?");
        assertThat(Accessibility.graveFindings(page)).as("invited").isEmpty();

        visitor.opens().asks("Hello").sees("Tick the box first.");
        assertThat(Accessibility.graveFindings(page)).as("consent missing").isEmpty();
        visitor.button("Your data").click();
        visitor.sees("There is nothing about you here.");
        assertThat(Accessibility.graveFindings(page)).as("nothing kept").isEmpty();
        visitor.button("Back").click();
        page.getByRole(AriaRole.CHECKBOX).check();
        visitor.button("Send").click();
        visitor.sees("2 sources").button("Not helpful").click();
        page.getByLabel("What should we know? (optional)").waitFor();
        assertThat(Accessibility.graveFindings(page)).as("what was wrong").isEmpty();

        visitor.button("Talk to a person").click();
        visitor.sees("Waiting for a person");
        var chat = installation.onlyConversation();
        var karen = Map.of("name", "Karen");
        chat.tell("state", Map.of("state", "person", "by", karen));
        chat.tell("message", Map.of("id", "m1", "role", "person", "text", "Hi.", "author", karen));
        chat.tell("typing", Map.of("who", "person", "name", "Karen"));
        visitor.sees("Karen is writing");
        assertThat(Accessibility.graveFindings(page)).as("a person writes").isEmpty();

        visitor.button("Your data").click();
        assertThat(Accessibility.graveFindings(page)).as("your data").isEmpty();
        visitor.button("Send it by e-mail").click();
        assertThat(Accessibility.graveFindings(page)).as("by mail").isEmpty();
        page.keyboard().press("Escape");
        chat.tell("state", Map.of("state", "resolved"));
        visitor.sees("How was this chat?");
        page.getByRole(AriaRole.RADIO).nth(3).check();
        assertThat(Accessibility.graveFindings(page)).as("how it was").isEmpty();
    }

    @Test
    void hasNoneFromRightToLeftOrInHighContrast(Page page) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setForcedColors(ForcedColors.ACTIVE)
                        .setReducedMotion(ReducedMotion.REDUCE));
        installation.config.put(
                "texts", Map.of("ar:greeting", "كيف نستطيع مساعدتك؟", "ar:message", "رسالتك"));
        host.head("<script>document.documentElement.lang = 'ar'</script>");
        page.navigate(host.url());
        page.locator("taros-chat button").first().click();

        new Visitor(page).sees("كيف نستطيع مساعدتك؟");

        assertThat(Accessibility.graveFindings(page)).isEmpty();
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
