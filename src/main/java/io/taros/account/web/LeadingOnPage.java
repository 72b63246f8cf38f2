package io.taros.account.web;

import io.taros.platform.web.View;

/**
 * Leads on to a provider by itself.
 *
 * @param target an address of the provider
 */
public record LeadingOnPage(String name, String target) implements View {
    @Override
    public String template() {
        return "account/leading-on";
    }
}
