package io.taros.site.web;

import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * What Taros is, in one sentence and one live proof.
 *
 * @param publicKey of the bot that answers here; absent where this installation shows none
 */
public record LandingPage(String origin, @Nullable String publicKey) implements View {
    public String snippet() {
        return "<script async src=\"%s/widget.js\" data-bot=\"%s\"></script>"
                .formatted(origin, publicKey == null ? "PUBLIC_KEY" : publicKey);
    }

    @Override
    public String template() {
        return "site/landing";
    }
}
