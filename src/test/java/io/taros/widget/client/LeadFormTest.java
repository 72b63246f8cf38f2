package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** P-11: how to reach somebody is asked for once, in the conversation, and no is an answer. */
@BrowserTest
class LeadFormTest {
    private static final String OFFER = "Leave your contact details";

    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @Test
    void isOfferedOnceAndTakesNoForAnAnswer(Page page) {
        installation.answersWith(FakeInstallation.Answer.UNKNOWN);
        var visitor = new Visitor(page).visits(host).opens().asks("Do you sell cars?");
        visitor.sees(OFFER).button("No thanks").click();
        visitor.waitsUntil(() -> offers(page).count() == 0);

        visitor.asks("Boats?").waitsUntil(() -> visitor.text("I could not find").count() == 2);
        assertThat(offers(page).count()).isZero();
        page.reload();
        visitor.opens().sees("Boats?");
        assertThat(offers(page).count()).isZero();
        visitor.button("Menu").click();
        visitor.button(OFFER).click();
        // Whoever wants to still can.
        page.getByLabel("E-mail").waitFor();
    }

    @Test
    void isOfferedToWhoeverShowsInterest(Page page) {
        var visitor = new Visitor(page).visits(host).opens().asks("Are you open?");
        visitor.sees("2 sources");
        assertThat(offers(page).count()).isZero();

        visitor.asks("What does a Price list cost?").sees(OFFER);
    }

    @Test
    void isOfferedAtNoMomentThatTheOwnerSwitchedOff(Page page) {
        installation.config.put("lead", without(List.of()));
        installation.answersWith(FakeInstallation.Answer.UNKNOWN);
        var visitor = new Visitor(page).visits(host).opens().asks("What does a car cost?");

        visitor.sees("I could not find").sees("Talk to a person");

        assertThat(offers(page).count()).isZero();
    }

    @Test
    void isFilledInByKeyboardWithErrorsBesideTheirFields(Page page) {
        installation.config.put(
                "lead",
                FakeInstallation.leadForm(
                        Map.of("en", "You may call me.", "da", "I må ringe til mig."), true));
        installation.answersWith(FakeInstallation.Answer.UNKNOWN);
        var visitor = new Visitor(page).visits(host).opens().asks("Do you sell cars?");
        visitor.button(OFFER).press("Enter");
        visitor.waitsUntil(() -> page.getByLabel("Name").isVisible());

        page.keyboard().type("Ada");
        page.keyboard().press("Tab");
        page.keyboard().type("ada@nowhere");
        page.keyboard().press("Enter");
        visitor.sees("Tick the box first.");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        visitor.sees("Write the address like name@example.com.");
        var email = page.getByLabel("E-mail");
        assertThat(email.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(email.evaluate("one => one.getRootNode().activeElement === one"))
                .isEqualTo(true);
        assertThat(page.getByLabel("Name").inputValue()).isEqualTo("Ada");

        email.fill("ada@example.org");
        page.keyboard().press("Enter");
        visitor.sees("Thank you. We have your details");
        assertThat(installation.requestsTo("POST", "/lead").getLast().body())
                .startsWith(
                        "{\"name\":\"Ada\",\"email\":\"ada@example.org\",\"consent\":\"You may call me.\"");
        assertThat(offers(page).count()).isZero();
    }

    private static Map<String, Object> without(List<String> moments) {
        var form = FakeInstallation.leadForm(Map.of(), false);
        form.put("moments", moments);
        form.remove("interest");
        return form;
    }

    private static Locator offers(Page page) {
        return page.locator("taros-chat .lead:not([hidden])");
    }
}
