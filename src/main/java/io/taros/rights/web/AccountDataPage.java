package io.taros.rights.web;

import io.taros.platform.web.View;

/** Account: a copy of what is held about it. */
public record AccountDataPage() implements View {
    @Override
    public String template() {
        return "rights/account-data";
    }
}
