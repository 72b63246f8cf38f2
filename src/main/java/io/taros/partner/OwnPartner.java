package io.taros.partner;

import io.taros.organization.Caps;
import io.taros.organization.Entitlements;
import io.taros.organization.Keepers;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.NotFound;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The partner of the bound organization, and what the organization may do about it. */
@Component
class OwnPartner implements Keepers {
    private final Clients clients;
    private final Partners partners;
    private final Organizations organizations;
    private final Entitlements entitlements;
    private final Standing standing;
    private final Audit audit;
    private final TransactionTemplate transactions;

    OwnPartner(
            Clients clients,
            Partners partners,
            Organizations organizations,
            Entitlements entitlements,
            Standing standing,
            Audit audit,
            TransactionTemplate transactions) {
        this.clients = clients;
        this.partners = partners;
        this.organizations = organizations;
        this.entitlements = entitlements;
        this.standing = standing;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** One that is not certified any more manages nobody. */
    @Override
    public Optional<Keeper> find() {
        return clients.own().flatMap(client -> Tenancy.callAs(client.partnerId(), this::bound));
    }

    private Optional<Keeper> bound() {
        return partners.find()
                .flatMap(partner ->
                        organizations
                                .find()
                                .map(organization ->
                                        new Keeper(organization.name(), partner.contact())));
    }

    Client get() {
        return clients.own().orElseThrow(NotFound::new);
    }

    /** Whoever of the partner is in the organization just now is out with their next request. */
    void refuse() {
        change(
                PartnerAction.REFUSED,
                () -> {
                    clients.putOut();
                    return clients.refuse();
                });
    }

    void admit() {
        change(PartnerAction.ADMITTED, clients::admit);
    }

    /** The caps were the partner's and go with it. */
    void end() {
        change(
                PartnerAction.LEFT,
                () -> {
                    entitlements.replace(Caps.NONE);
                    // Nobody else could let it be served again.
                    standing.resume();
                    return clients.remove();
                });
    }

    /** In the partner's log it is nobody's deed: who it was is the client's own affair. */
    private void change(PartnerAction action, BooleanSupplier change) {
        var partner = get().partnerId();
        OrganizationId here = Tenancy.organization();
        var isChanged =
                transactions.execute(_ -> {
                    var done = change.getAsBoolean();
                    if (done) {
                        audit.record(action, partner);
                    }
                    return done;
                });
        if (isChanged && Tenancy.callAs(partner, () -> organizations.find().isPresent())) {
            Tenancy.runAs(partner, () -> audit.record(action, here));
        }
    }
}
