package io.taros.partner;

import io.taros.account.Account;
import io.taros.organization.Guests;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.organization.Standing;
import io.taros.platform.security.Caller;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A partner's people in its clients: as an admin there, and never with more than they may do in the
 * partner. Everything that must hold for it is read anew on every request.
 */
@Component
class PartnerGuests implements Guests {
    private final Clients clients;
    private final Partners partners;
    private final Members members;
    private final Standing standing;

    PartnerGuests(Clients clients, Partners partners, Members members, Standing standing) {
        this.clients = clients;
        this.partners = partners;
        this.members = members;
        this.standing = standing;
    }

    @Override
    public Optional<Guest> find(Account.Id account, OrganizationId organization) {
        return Tenancy.callAs(organization, () -> clients.isInside(account))
                ? admit(account, organization)
                : Optional.empty();
    }

    /** Whoever may go in; nobody is in before that is written down. */
    Optional<Guest> admit(Account.Id account, OrganizationId organization) {
        return Tenancy.callAs(organization, clients::own)
                .filter(client -> !client.refuses())
                .flatMap(client ->
                        Tenancy.callAs(client.partnerId(), () -> permissionsAtHome(account)))
                .map(PartnerGuests::inClient)
                .map(permissions ->
                        new Guest(organization, account, Caller.Guest.PARTNER, permissions));
    }

    private Optional<Set<Permission>> permissionsAtHome(Account.Id account) {
        if (partners.find().isEmpty() || standing.isSuspended()) {
            return Optional.empty();
        }
        return members.find(account)
                .filter(member -> member.bots() == null)
                .map(Member::role)
                .map(role -> role.permissions())
                .filter(permissions -> permissions.contains(Permission.PARTNER_MANAGE));
    }

    /** A client that is a partner itself keeps its own clients to itself. */
    private static Set<Permission> inClient(Set<Permission> atHome) {
        var permissions = EnumSet.copyOf(Role.ADMIN.permissions());
        permissions.retainAll(atHome);
        permissions.remove(Permission.PARTNER_MANAGE);
        return permissions;
    }
}
