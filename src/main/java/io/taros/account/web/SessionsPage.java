package io.taros.account.web;

import io.taros.account.Sessions.SignedInAt;
import io.taros.platform.web.View;
import java.util.List;

/**
 * Where somebody is signed in. Posts to {@code /account/sessions/HANDLE/end} and {@code
 * /account/sessions/end-others}.
 */
public record SessionsPage(List<SignedInAt> sessions) implements View {
    public SessionsPage {
        sessions = List.copyOf(sessions);
    }

    @Override
    public String template() {
        return "account/sessions";
    }
}
