package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import java.util.Optional;
import java.util.Set;

/**
 * Brought by each module that lets somebody work in an organization they are no member of: a
 * partner in a client's, staff where they were let in. Asked on every request, so that what is
 * taken back is gone with the next one.
 */
public interface Guests {
    /**
     * @param permissions never all: what belongs to the owners alone stays theirs
     */
    record Guest(
            OrganizationId organization,
            Account.Id account,
            Caller.Guest kind,
            Set<Permission> permissions) {
        public Guest {
            permissions = Set.copyOf(permissions);
            if (permissions.contains(Permission.ORGANIZATION_OWN)) {
                throw new IllegalArgumentException("No guest owns an organization");
            }
            if (permissions.stream().anyMatch(Permission::isStaff)) {
                throw new IllegalArgumentException("No guest runs the installation");
            }
        }

        Caller caller() {
            return Caller.member(organization, account.value(), permissions).asGuest(kind);
        }
    }

    /** What an account may do in an organization it is no member of; called with nothing bound. */
    Optional<Guest> find(Account.Id account, OrganizationId organization);
}
