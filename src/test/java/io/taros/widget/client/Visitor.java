package io.taros.widget.client;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.BooleanSupplier;

/** Somebody in front of a page, who finds things by what they are called. */
final class Visitor {
    final Page page;

    Visitor(Page page) {
        this.page = page;
    }

    Visitor visits(HostPage host) {
        page.navigate(host.url());
        launcher().waitFor();
        return this;
    }

    Visitor opens() {
        launcher().click();
        message().waitFor();
        return this;
    }

    Visitor asks(String text) {
        message().fill(text);
        page.keyboard().press("Enter");
        return this;
    }

    Locator launcher() {
        return button("Open chat");
    }

    Locator message() {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your message"));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    Visitor sees(String text) {
        text(text).filter(new Locator.FilterOptions().setVisible(true)).first().waitFor();
        return this;
    }

    /** Waits for something that happens elsewhere, for example at the server. */
    void waitsUntil(BooleanSupplier condition) {
        page.waitForCondition(condition);
    }

    String storage() {
        return (String)
                page.evaluate(
                        "JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie");
    }

    String focused() {
        return (String)
                page.evaluate(
                        "() => { let e = document.activeElement; while"
                                + " (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;"
                                + " return e?.getAttribute('aria-label') ?? e?.textContent ?? '' }");
    }
}
