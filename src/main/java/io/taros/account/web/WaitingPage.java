package io.taros.account.web;

import io.taros.platform.web.View;

/**
 * Nobody owns this installation yet, and this visitor has no valid code: where to find the link
 * that does.
 *
 * @param codeWasWrong a code came along, and it was not the one
 */
public record WaitingPage(boolean codeWasWrong) implements View {
    @Override
    public String template() {
        return "account/waiting";
    }
}
