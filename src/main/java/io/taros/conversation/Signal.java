package io.taros.conversation;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened in a conversation. It says that, and nothing of what.
 *
 * @param by the account of the member who writes; none for programs and of everything else
 */
public record Signal(
        Kind kind,
        OrganizationId organization,
        Conversation.Id conversation,
        Account.@Nullable Id by) {
    public enum Kind {
        /** For good: a message, a note, a move, the end of it all. */
        KEPT,
        /** Something of an answer in the making. */
        SHOWN,
        VISITOR_WRITES,
        PERSON_WRITES
    }

    String payload() {
        return "%s/%s/%s/%s"
                .formatted(kind, organization.value(), conversation.value(), by == null ? "" : by);
    }

    static Signal parse(String payload) {
        var parts = payload.split("/", -1);
        return new Signal(
                Kind.valueOf(parts[0]),
                new OrganizationId(UUID.fromString(parts[1])),
                new Conversation.Id(UUID.fromString(parts[2])),
                parts[3].isEmpty() ? null : new Account.Id(UUID.fromString(parts[3])));
    }
}
