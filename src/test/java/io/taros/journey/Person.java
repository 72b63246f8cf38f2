package io.taros.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.taros.browser.Accessibility;
import io.taros.browser.Complaints;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser, who finds things by what they are called. */
final class Person {
    private static final double PATIENCE = 60_000;

    final BrowserContext context;
    final Complaints complaints;
    final Page page;

    Person(BrowserContext context) {
        this.context = context;
        complaints = Complaints.of(context);
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
    }

    /** The same person on another page of theirs, such as one a link opened beside the first. */
    private Person(Person person, Page page) {
        context = person.context;
        complaints = person.complaints;
        this.page = page;
    }

    Person visits(String address) {
        page.navigate(address);
        return this;
    }

    Person presses(String button) {
        button(button).click();
        return this;
    }

    Person follows(String link) {
        link(link).click();
        return this;
    }

    Person onThePageOpenedBy(Locator link) {
        return new Person(this, context.waitForPage(link::click));
    }

    Person writes(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Person ticks(String label) {
        within().getByLabel(label).locator("visible=true").check();
        return this;
    }

    Person sees(String text) {
        within().getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    Person seesHeading(String text) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true))
                .waitFor();
        return this;
    }

    /** Waits until it is gone. */
    Person seesNoMore(String text) {
        page.getByText(text)
                .locator("visible=true")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** A page that asks again has put in place what it was told the time before. */
    Person waitsWhileThePageRenewsItself() {
        for (var request = 0; request < 2; request++) {
            page.waitForRequest(asked -> asked.url().endsWith("/progress"), () -> {});
        }
        return this;
    }

    Locator button(String name) {
        return within().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What went wrong, in a sentence. */
    Locator alert() {
        return within().getByRole(AriaRole.ALERT);
    }

    Locator link(String name) {
        return within().getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return within().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .locator("visible=true");
    }

    /** How many are "found", "read" or "failed" on a page that counts. */
    Person counts(String what, int count) {
        assertThat(
                        page.locator(".counts > div")
                                .filter(
                                        new Locator.FilterOptions()
                                                .setHas(
                                                        page.getByText(
                                                                what,
                                                                new Page.GetByTextOptions()
                                                                        .setExact(true))))
                                .locator("dd"))
                .hasText(String.valueOf(count), patient());
        return this;
    }

    /** What axe has against the page, however it comes before the eyes. */
    List<String> graveFindings() {
        var grave = new ArrayList<String>();
        for (var looks : Looks.values()) {
            looks.of(page);
            Accessibility.graveFindings(page).forEach(finding -> grave.add(looks + ": " + finding));
        }
        Looks.LIGHT.of(page);
        return grave;
    }

    Person opensChat() {
        presses("Open chat");
        field("Your message").waitFor();
        return this;
    }

    Person asks(String question) {
        field("Your message").fill(question);
        page.keyboard().press("Enter");
        return this;
    }

    /** What the chat shows of one speaker: {@code visitor} or {@code bot}. */
    Locator lines(String speaker) {
        return page.locator("taros-chat .line." + speaker).locator("visible=true");
    }

    /** Everything a website could have left in this browser for the page's origin. */
    String storage() {
        return (String)
                page.evaluate(
                        "JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie");
    }

    /** What has the focus, by its name. */
    String focused() {
        return (String)
                page.evaluate(
                        """
                        () => {
                            let e = document.activeElement;
                            while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
                            const name = e?.ariaLabel ?? e?.labels?.[0]?.innerText ?? e?.innerText ?? '';
                            return name.trim().split('\\n')[0];
                        }
                        """);
    }

    /** Goes there with the Tab key alone. */
    Person tabsTo(String name) {
        for (var stop = 0; stop < 40 && !focused().equals(name); stop++) {
            page.keyboard().press("Tab");
        }
        org.assertj.core.api.Assertions.assertThat(focused()).isEqualTo(name);
        return this;
    }

    Person types(String text) {
        page.keyboard().type(text);
        return this;
    }

    Person hits(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** A dialog in front of the page is where one looks. */
    private Locator within() {
        return page.locator("dialog:modal, body:not(:has(dialog:modal))");
    }

    static LocatorAssertions.HasCountOptions patientCount() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }
}
