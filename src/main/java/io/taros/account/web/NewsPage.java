package io.taros.account.web;

import io.taros.platform.web.View;

/** Posts {@code token} to {@code /news}, which confirms that somebody wants news by mail. */
public record NewsPage(String token) implements View {
    @Override
    public String template() {
        return "account/news";
    }
}
