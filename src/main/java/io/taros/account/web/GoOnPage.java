package io.taros.account.web;

import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * Says whose sign-in a link led to. Posts {@code invitation} to {@code /sign-in/with/…}.
 *
 * @param key names the provider in addresses
 * @param invitation the secret of the one they follow; empty where they follow none
 * @param present the address of whoever is signed in here already
 */
public record GoOnPage(String key, String name, String invitation, @Nullable String present)
        implements View {
    @Override
    public String template() {
        return "account/go-on";
    }
}
