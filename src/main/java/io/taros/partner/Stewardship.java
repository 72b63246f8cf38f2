package io.taros.partner;

import io.taros.account.Account;
import io.taros.organization.Caps;
import io.taros.organization.Entitlements;
import io.taros.organization.InviteOwner;
import io.taros.organization.NewOrganization;
import io.taros.organization.OpenOrganization;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.Changes;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the bound partner does with its clients. Each deed is one transaction in the client, written
 * to its audit log as a partner's, and then an entry in the partner's own.
 *
 * <p>No transaction is open when it is called: the organization changes within.
 */
@Component
class Stewardship {
    private final Clients clients;
    private final Organizations organizations;
    private final OpenOrganization opening;
    private final InviteOwner owners;
    private final Standing standing;
    private final Entitlements entitlements;
    private final PartnerGuests guests;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Stewardship(
            Clients clients,
            Organizations organizations,
            OpenOrganization opening,
            InviteOwner owners,
            Standing standing,
            Entitlements entitlements,
            PartnerGuests guests,
            Audit audit,
            TransactionTemplate transactions) {
        this.clients = clients;
        this.organizations = organizations;
        this.opening = opening;
        this.owners = owners;
        this.standing = standing;
        this.entitlements = entitlements;
        this.guests = guests;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** An organization without members: its owner is invited, the partner is its guest. */
    OrganizationId open(NewOrganization organization) {
        var partner = Tenancy.organization();
        var id = organizations.nextId();
        inBoth(
                id,
                PartnerAction.OPENED,
                () -> {
                    opening.openBound(organization, null);
                    clients.add(partner);
                    return Map.of();
                });
        return id;
    }

    /**
     * @return the link to hand over, where this installation sends no mail
     */
    Optional<String> inviteOwner(OrganizationId client, String email) {
        var inviter = new Account.Id(account());
        return inBoth(
                client, PartnerAction.OWNER_INVITED, Map.of(), () -> owners.invite(email, inviter));
    }

    void limit(OrganizationId client, Caps caps) {
        inBoth(
                client,
                PartnerAction.LIMITED,
                () -> {
                    var before = entitlements.get();
                    entitlements.replace(caps);
                    return Changes.between(before, caps);
                });
    }

    void suspend(OrganizationId client) {
        inBoth(
                client,
                PartnerAction.SUSPENDED,
                () -> {
                    standing.suspend();
                    return Map.of();
                });
    }

    void resume(OrganizationId client) {
        inBoth(
                client,
                PartnerAction.RESUMED,
                () -> {
                    standing.resume();
                    return Map.of();
                });
    }

    /** Whoever works there next is written down before they do. */
    void enter(OrganizationId client) {
        var account = new Account.Id(account());
        if (guests.admit(account, client).isEmpty()) {
            throw new Conflict("partner.input.refused");
        }
        inBoth(
                client,
                PartnerAction.ENTERED,
                () -> {
                    if (standing.isSuspended()) {
                        throw new Conflict("partner.input.suspended");
                    }
                    if (clients.own().filter(own -> !own.refuses()).isEmpty()) {
                        // Refused a moment ago, while the row was waited for.
                        throw new Conflict("partner.input.refused");
                    }
                    clients.enter(account);
                    return Map.of();
                });
    }

    /** It stands on its own from now on, served and without caps: those were the partner's. */
    void handOver(OrganizationId client) {
        inBoth(
                client,
                PartnerAction.HANDED_OVER,
                () -> {
                    if (!owners.hasOwner()) {
                        throw new Conflict("partner.input.no-owner");
                    }
                    clients.remove();
                    standing.resume();
                    entitlements.replace(Caps.NONE);
                    return Map.of();
                });
    }

    private void inBoth(
            OrganizationId client, PartnerAction action, Supplier<Map<String, String>> deed) {
        var partner = Tenancy.organization();
        var detail =
                inClient(
                        client,
                        action == PartnerAction.OPENED ? null : partner,
                        () -> {
                            var said = deed.get();
                            audit.record(action, partner, said);
                            return said;
                        });
        audit.record(action, client, detail);
    }

    private <T> T inBoth(
            OrganizationId client,
            PartnerAction action,
            Map<String, String> detail,
            Supplier<T> deed) {
        var partner = Tenancy.organization();
        var done =
                inClient(
                        client,
                        action == PartnerAction.OPENED ? null : partner,
                        () -> {
                            var result = deed.get();
                            audit.record(action, partner, detail);
                            return result;
                        });
        audit.record(action, client, detail);
        return done;
    }

    /**
     * @param partner whose client it must still be, held until the deed is done; absent where it
     *     becomes one by the deed
     */
    private <T> T inClient(
            OrganizationId client, @Nullable OrganizationId partner, Supplier<T> deed) {
        return Tenancy.callAs(
                Tenancy.Hand.PARTNER,
                client,
                account(),
                () ->
                        transactions.execute(_ -> {
                            if (partner != null) {
                                clients.hold(partner);
                            }
                            return deed.get();
                        }));
    }

    private static UUID account() {
        return Tenancy.findAccount()
                .orElseThrow(() -> new IllegalStateException("Only people manage clients"));
    }
}
