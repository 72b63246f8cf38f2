package io.taros.partner;

import io.taros.account.Account;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Brand;
import io.taros.platform.web.Brands;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The brand of the bound organization's partner, as long as that is certified. */
@Component
class OwnBrand implements Brands {
    private final Clients clients;
    private final PartnerDomains domains;
    private final Organizations organizations;
    private final Members members;
    private final BrandRows rows;

    OwnBrand(
            Clients clients,
            PartnerDomains domains,
            Organizations organizations,
            Members members,
            BrandRows rows) {
        this.clients = clients;
        this.domains = domains;
        this.organizations = organizations;
        this.members = members;
        this.rows = rows;
    }

    @Override
    public Optional<Brand> find() {
        return clients.own().map(Client::partnerId).flatMap(this::of);
    }

    @Override
    public Optional<Brand> at(String domain) {
        return domains.whose(domain).flatMap(this::of);
    }

    @Override
    public Optional<Brand> ofAccount(UUID account) {
        var id = new Account.Id(account);
        var partners =
                Tenancy.callAs(null, account, () -> members.ofAccount(id)).stream()
                        .map(Member::organizationId)
                        .map(organization -> Tenancy.callAs(organization, clients::own))
                        .map(client -> client.map(Client::partnerId))
                        .collect(Collectors.toSet());
        return partners.size() == 1
                ? partners.iterator().next().flatMap(this::of)
                : Optional.empty();
    }

    Optional<Brand> of(OrganizationId partner) {
        return Tenancy.callAs(partner, rows::find)
                .filter(BrandRow::isAnything)
                .map(row ->
                        row.brand(
                                partner,
                                () -> Tenancy.callAs(partner, () -> organizations.get().name())));
    }
}
