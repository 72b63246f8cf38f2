package io.taros.signon;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.SecondFactors;
import io.taros.account.SingleSignOn;
import io.taros.account.Way;
import io.taros.organization.Members;
import io.taros.organization.Memberships;
import io.taros.organization.Organization;
import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.identity.Identity;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Organizations' own providers, as signing in sees them. A provider is named by its organization,
 * which is bound before anything of it is looked at.
 */
@Component
class OwnProviders implements SingleSignOn {
    private final DomainHolders holders;
    private final Providers providers;
    private final OwnIdentities identities;
    private final TakeIn takeIn;
    private final Trials trials;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Members members;
    private final Memberships memberships;
    private final Organizations organizations;
    private final Standing standing;

    OwnProviders(
            DomainHolders holders,
            Providers providers,
            OwnIdentities identities,
            TakeIn takeIn,
            Trials trials,
            Accounts accounts,
            SecondFactors factors,
            Members members,
            Memberships memberships,
            Organizations organizations,
            Standing standing) {
        this.standing = standing;
        this.holders = holders;
        this.providers = providers;
        this.identities = identities;
        this.takeIn = takeIn;
        this.trials = trials;
        this.accounts = accounts;
        this.factors = factors;
        this.members = members;
        this.memberships = memberships;
        this.organizations = organizations;
    }

    @Override
    public boolean isAnywhere() {
        return holders.isAnyProviderOn();
    }

    @Override
    public Optional<Own> find(String key) {
        return organization(key).flatMap(id -> Tenancy.callAs(id, this::own));
    }

    @Override
    public Optional<Own> ofAddress(String email) {
        return DomainName.ofAddress(email)
                .flatMap(address -> holders.find(address.domain()))
                .flatMap(id -> Tenancy.callAs(id, this::own))
                .filter(Own::isOn);
    }

    @Override
    public Person receive(String key, Identity identity) {
        return organization(key)
                .map(id -> Tenancy.callAs(id, () -> takeIn.receive(identity)))
                .orElse(new Person.Refused(Reason.OFF));
    }

    @Override
    public Optional<Account.Id> opens(String key, Identity identity) {
        return organization(key).flatMap(id -> Tenancy.callAs(id, () -> identities.find(identity)));
    }

    @Override
    public boolean mayOpen(String key, Identity identity) {
        return organization(key)
                .filter(id -> Tenancy.callAs(id, () -> takeIn.mayOpen(identity)))
                .isPresent();
    }

    @Override
    public boolean open(String key, Identity identity, Account.Id account, Runnable open) {
        return organization(key)
                .filter(id ->
                        Tenancy.callAs(
                                id, account.value(), () -> takeIn.open(identity, account, open)))
                .isPresent();
    }

    @Override
    public Optional<Only> insteadOf(Way way, Account.Id account) {
        return accounts.find(account)
                .map(known -> hold(way, account, known.email()))
                .flatMap(hold ->
                        switch (hold) {
                            case Hold.Elsewhere(var only) -> Optional.of(only);
                            case Hold.Free _, Hold.PassedBy _ -> Optional.empty();
                        });
    }

    @Override
    public Hold hold(Way way, Account.Id account, String email) {
        return required(account, email)
                .filter(only -> !way.isBy(only.key()))
                .<Hold>map(only ->
                        isBreakingGlass(way, account, only)
                                ? new Hold.PassedBy(only)
                                : new Hold.Elsewhere(only))
                .orElse(new Hold.Free());
    }

    /** The one whose organization has proven the account's domain and has it as a member. */
    @Override
    public Optional<Own> vouching(Account.Id account) {
        return accounts.find(account)
                .flatMap(known -> holder(known.email()))
                .flatMap(id ->
                        Tenancy.callAs(
                                id, () -> identities.isAnybody(account) ? own() : Optional.empty()))
                .filter(Own::isOn);
    }

    @Override
    public void beforeTakingBack(Account.Id account, Instant since) {
        accounts.find(account)
                .flatMap(known -> required(account, known.email()))
                .ifPresent(only ->
                        Tenancy.runAs(
                                OrganizationId.of(only.key()),
                                () -> memberships.endSince(account, since)));
    }

    @Override
    public void tried(String key, Account.Id by, Trial trial) {
        organization(key)
                .ifPresent(id ->
                        Tenancy.callAs(
                                id,
                                by.value(),
                                () -> {
                                    trials.note(by, trial);
                                    return true;
                                }));
    }

    /** Whose members with this address have to come by the provider, owners included. */
    private Optional<Only> required(Account.Id account, String email) {
        return holder(email)
                .flatMap(id ->
                        Tenancy.callAs(
                                id,
                                () ->
                                        providers.find().filter(Provider::isRequired).isPresent()
                                                        && standing.isServed()
                                                        && members.find(account).isPresent()
                                                ? Optional.of(new Only(id.toString(), name()))
                                                : Optional.empty()));
    }

    /** A provider that is broken must not close the organization: its owners get in. */
    private boolean isBreakingGlass(Way way, Account.Id account, Only only) {
        return (way.means() == Way.Means.PASSWORD || way.means() == Way.Means.PASSKEY)
                && factors.isOn(account)
                && Tenancy.callAs(
                        OrganizationId.of(only.key()),
                        () ->
                                members.find(account)
                                        .filter(member -> member.role().isOwner())
                                        .isPresent());
    }

    private Optional<OrganizationId> holder(String email) {
        return DomainName.ofAddress(email).flatMap(address -> holders.find(address.domain()));
    }

    private Optional<Own> own() {
        return providers
                .find()
                .map(provider ->
                        new Own(
                                providers.known(provider),
                                name(),
                                provider.isOn() && standing.isServed()));
    }

    private String name() {
        return organizations.find().map(Organization::name).orElse("");
    }

    private static Optional<OrganizationId> organization(String key) {
        try {
            return Optional.of(new OrganizationId(UUID.fromString(key)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
