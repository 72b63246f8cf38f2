package io.taros.inbox.web;

import io.taros.platform.web.FormErrors;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A team as typed.
 *
 * @param colleagues who may reply, to choose from
 */
public record TeamForm(
        String name, Set<UUID> members, List<InboxPage.Choice> colleagues, FormErrors errors) {
    public TeamForm {
        members = Set.copyOf(members);
        colleagues = List.copyOf(colleagues);
    }
}
