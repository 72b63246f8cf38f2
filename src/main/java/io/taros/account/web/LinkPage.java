package io.taros.account.web;

import io.taros.platform.web.View;

/**
 * Asks whether this is the identity to sign in by from now on. Posts to {@code
 * /account/identities}.
 *
 * @param label who the provider says it is
 */
public record LinkPage(String provider, String label) implements View {
    @Override
    public String template() {
        return "account/link";
    }
}
