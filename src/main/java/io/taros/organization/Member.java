package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account in an organization.
 *
 * @param bots the only ones they see; null for all
 */
public record Member(
        OrganizationId organizationId,
        Account.Id accountId,
        MemberRole role,
        @Nullable Set<UUID> bots,
        Instant joinedAt) {
    public Member {
        bots = bots == null ? null : Set.copyOf(bots);
    }

    public boolean sees(UUID bot) {
        return bots == null || bots.contains(bot);
    }

    Caller caller() {
        var caller = Caller.member(organizationId, accountId.value(), role.permissions());
        return bots == null ? caller : caller.limitedTo(bots);
    }
}
