package io.taros.signon;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.SingleSignOn.Person;
import io.taros.account.SingleSignOn.Reason;
import io.taros.organization.JoinByAddress;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.organization.Standing;
import io.taros.platform.identity.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Whom the bound organization's provider may let in: people with an address of its proven domains,
 * into the account of that address, as members. An identity that was here before opens the account
 * it opened then, if the account still belongs to one of those domains.
 */
@Component
@Transactional
class TakeIn {
    private final Providers providers;
    private final Domains domains;
    private final OwnIdentities identities;
    private final Accounts accounts;
    private final Members members;
    private final JoinByAddress joining;
    private final AutoJoin autoJoin;
    private final Standing standing;

    TakeIn(
            Providers providers,
            Domains domains,
            OwnIdentities identities,
            Accounts accounts,
            Members members,
            JoinByAddress joining,
            AutoJoin autoJoin,
            Standing standing) {
        this.standing = standing;
        this.providers = providers;
        this.domains = domains;
        this.identities = identities;
        this.accounts = accounts;
        this.members = members;
        this.joining = joining;
        this.autoJoin = autoJoin;
    }

    Person receive(Identity identity) {
        if (!isOn(identity)) {
            return new Person.Refused(Reason.OFF);
        }
        var email = ours(identity.verifiedEmail());
        if (email.isEmpty()) {
            return new Person.Refused(Reason.FOREIGN_ADDRESS);
        }
        var known = identities.find(identity);
        if (known.isPresent()) {
            return again(known.get(), identity);
        }
        if (!isShown(email.get())) {
            return accounts.findByEmail(email.get())
                    .filter(this::isOfOld)
                    .map(account -> firstTime(account, identity))
                    .orElse(new Person.Refused(Reason.DOMAIN_GONE));
        }
        return accounts.findByEmail(email.get())
                .map(account -> firstTime(account, identity))
                .orElseGet(() -> unknown(email.get()));
    }

    /** Makes the account and the member of somebody {@link Person.Unknown}, or neither. */
    boolean open(Identity identity, Account.Id account, Runnable open) {
        var email = ours(identity.verifiedEmail()).filter(this::isShown);
        if (!isOn(identity) || email.isEmpty()) {
            return false;
        }
        open.run();
        var isIn =
                joining.join(account, email.get(), autoJoin.find()) == JoinByAddress.Outcome.IN
                        && identities.add(account, identity);
        if (!isIn) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return isIn;
    }

    @Transactional(readOnly = true)
    public boolean mayOpen(Identity identity) {
        return isOn(identity)
                && ours(identity.verifiedEmail())
                        .filter(this::isShown)
                        .filter(email -> unknown(email) instanceof Person.Unknown)
                        .isPresent();
    }

    /** The address, if it is one of the organization's proven domains. */
    @Transactional(readOnly = true)
    public Optional<String> ours(@Nullable String email) {
        return Optional.ofNullable(email)
                .flatMap(DomainName::ofAddress)
                .filter(address -> domains.isVerified(address.domain()))
                .map(DomainName.Address::email);
    }

    /** Somebody else may own a domain whose record is gone. */
    private boolean isShown(String email) {
        return DomainName.ofAddress(email)
                .filter(address -> domains.isShown(address.domain()))
                .isPresent();
    }

    /**
     * Whether the account was a member, with the address it has, while the domain's record was
     * there. The organization could have let them in by it then: nothing new is taken over.
     */
    private boolean isOfOld(Account account) {
        var missing =
                DomainName.ofAddress(account.email())
                        .flatMap(address -> domains.missingSince(address.domain()));
        var joined = members.find(account.id()).map(Member::joinedAt);
        return missing.isPresent()
                && joined.filter(missing.get()::isAfter).isPresent()
                && accounts.addressProvenAt(account.id()).filter(missing.get()::isBefore).isEmpty();
    }

    private Person again(Account.Id id, Identity identity) {
        var account = accounts.find(id);
        if (account.isEmpty() || ours(account.get().email()).isEmpty()) {
            return new Person.Refused(Reason.FOREIGN_ACCOUNT);
        }
        identities.use(identity);
        return new Person.Known(id, false);
    }

    /**
     * By the address, which the organization has proven to be its own to give. An account that is
     * not in it yet and whose address nobody proved may be a trap that somebody laid for whoever
     * comes: nobody is put into it.
     */
    private Person firstTime(Account account, Identity identity) {
        if (members.find(account.id()).isEmpty()) {
            if (!accounts.isAddressProven(account.id())) {
                return new Person.Refused(Reason.UNPROVEN_ACCOUNT);
            }
            var joined = joining.join(account.id(), account.email(), autoJoin.find());
            if (joined != JoinByAddress.Outcome.IN) {
                return new Person.Refused(reason(joined));
            }
        }
        if (!identities.add(account.id(), identity)) {
            return new Person.Refused(Reason.SOMEBODY_ELSE);
        }
        accounts.prove(account.id());
        return new Person.Known(account.id(), true);
    }

    private Person unknown(String email) {
        var outcome = joining.look(email, autoJoin.find());
        return outcome == JoinByAddress.Outcome.IN
                ? new Person.Unknown()
                : new Person.Refused(reason(outcome));
    }

    private static Reason reason(JoinByAddress.Outcome outcome) {
        return outcome == JoinByAddress.Outcome.NO_SEAT ? Reason.NO_SEAT : Reason.NO_MEMBER;
    }

    /** What was asked of another provider, before this one took its place, counts no more. */
    private boolean isOn(Identity identity) {
        return standing.isServed()
                && providers
                        .find()
                        .filter(Provider::isOn)
                        .filter(provider -> provider.issuer().equals(identity.issuer()))
                        .isPresent();
    }
}
