package io.taros.signon;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.JoinByAddress;
import io.taros.organization.JoinByAddress.Outcome;
import io.taros.organization.Members;
import io.taros.organization.OpenDoors;
import io.taros.organization.Organization;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where somebody may go in because their address, which they have proven to be theirs, is of a
 * domain that an organization has proven to be its own.
 */
@Component
class DoorsByAddress implements OpenDoors {
    private final DomainHolders holders;
    private final Domains domains;
    private final AutoJoin autoJoin;
    private final JoinByAddress joining;
    private final Accounts accounts;
    private final Members members;
    private final Organizations organizations;
    private final Standing standing;

    DoorsByAddress(
            DomainHolders holders,
            Domains domains,
            AutoJoin autoJoin,
            JoinByAddress joining,
            Accounts accounts,
            Members members,
            Organizations organizations,
            Standing standing) {
        this.standing = standing;
        this.holders = holders;
        this.domains = domains;
        this.autoJoin = autoJoin;
        this.joining = joining;
        this.accounts = accounts;
        this.members = members;
        this.organizations = organizations;
    }

    @Override
    public List<Door> of(Account.Id account) {
        return proven(account)
                .flatMap(address ->
                        holders.find(address.domain())
                                .flatMap(id -> Tenancy.callAs(id, () -> door(account, address))))
                .stream()
                .toList();
    }

    Outcome join(Account.Id account, OrganizationId organization) {
        return proven(account)
                .filter(address ->
                        holders.find(address.domain()).filter(organization::equals).isPresent())
                .map(address ->
                        Tenancy.callAs(organization, account.value(), () -> join(account, address)))
                .orElse(Outcome.UNWANTED);
    }

    /** Nobody is let in here by an invitation: that has its own link and its own page. */
    private Outcome join(Account.Id account, DomainName.Address address) {
        var role = role(address);
        return role.isEmpty() ? Outcome.UNWANTED : joining.join(account, address.email(), role);
    }

    /** What somebody new may be; nothing in an organization that is not served. */
    private Optional<Role> role(DomainName.Address address) {
        return standing.isServed() && domains.isShown(address.domain())
                ? autoJoin.find()
                : Optional.empty();
    }

    private Optional<Door> door(Account.Id account, DomainName.Address address) {
        return members.find(account).isPresent()
                        || role(address).isEmpty()
                        || joining.isFormer(account, address.email())
                ? Optional.empty()
                : organizations
                        .find()
                        .map(Organization::name)
                        .map(name -> new Door(Tenancy.organization(), name));
    }

    private Optional<DomainName.Address> proven(Account.Id account) {
        return accounts.isAddressProven(account)
                ? accounts.find(account).map(Account::email).flatMap(DomainName::ofAddress)
                : Optional.empty();
    }
}
