package io.taros.inbox.web;

import io.taros.inbox.Assignment;
import io.taros.platform.web.View;

/** Who is given what is handed over. */
public record AssignmentPage(Assignment way, boolean isSaved) implements View {
    @Override
    public String template() {
        return "inbox/assignment";
    }
}
