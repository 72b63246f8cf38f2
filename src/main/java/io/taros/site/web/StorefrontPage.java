package io.taros.site.web;

import io.taros.platform.web.View;

/** A small shop that does not exist, with a widget that does. */
public record StorefrontPage(String publicKey) implements View {
    @Override
    public String template() {
        return "site/storefront";
    }
}
