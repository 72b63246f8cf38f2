package io.taros.handover;

import io.taros.account.Account;
import java.util.List;
import java.util.UUID;

/**
 * Colleagues to whom conversations are left together.
 *
 * @param members whoever of them may still reply is another matter
 */
public record Team(Team.Id id, String name, List<Account.Id> members) {
    public static final int MAX_NAME = 40;

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public Team {
        members = List.copyOf(members);
    }
}
