package io.taros.account.web;

import io.taros.platform.web.View;

/** Posts to {@code /unsubscribe/{token}}, which ends the kind of mail that the link was in. */
public record UnsubscribePage(String token) implements View {
    @Override
    public String template() {
        return "account/unsubscribe";
    }
}
