package io.taros.account;

import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an account of an identity that opens none yet. Its e-mail is one that the provider has
 * verified, and that no account has: an account that is there already is opened by its own means
 * and linked from inside, never from here.
 */
@Component
class OpenByIdentity {
    private final Accounts accounts;
    private final Identities identities;
    private final Registrations registrations;
    private final Consents consents;
    private final Invited invited;
    private final AccountSettings settings;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final SingleSignOn singleSignOn;
    private final SignInProviders providers;

    OpenByIdentity(
            Accounts accounts,
            Identities identities,
            Registrations registrations,
            Consents consents,
            Invited invited,
            AccountSettings settings,
            InstantSource clock,
            TransactionTemplate transactions,
            SingleSignOn singleSignOn,
            SignInProviders providers) {
        this.providers = providers;
        this.singleSignOn = singleSignOn;
        this.accounts = accounts;
        this.identities = identities;
        this.registrations = registrations;
        this.consents = consents;
        this.invited = invited;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Where anybody may register, or for the address that an invitation is for. */
    boolean isAllowed(Arrival arrival) {
        if (arrival.isSingle()) {
            return singleSignOn.mayOpen(arrival.provider(), arrival.identity());
        }
        var email = arrival.identity().verifiedEmail();
        if (!providers.isCommon(arrival.provider()) || email == null || !accounts.areThereAny()) {
            return false;
        }
        var invitation = arrival.invitation();
        return settings.isOpen() || (invitation != null && invited.isOpen(invitation, email));
    }

    /** Empty if the identity opens an account by now. */
    Optional<Account.Id> open(Arrival arrival, String name, String language) {
        var email = NewAccount.address(String.valueOf(arrival.identity().verifiedEmail()));
        var account =
                new Account(
                        accounts.nextId(), email, NewAccount.name(name), language, clock.instant());
        var isOpen =
                arrival.isSingle()
                        ? singleSignOn.open(
                                arrival.provider(),
                                arrival.identity(),
                                account.id(),
                                () -> add(account))
                        : transactions.execute(status -> add(account, arrival, status));
        return isOpen ? Optional.of(account.id()) : Optional.empty();
    }

    private boolean add(Account account, Arrival arrival, TransactionStatus status) {
        if (!providers.isCommon(arrival.provider())) {
            return false;
        }
        add(account);
        if (identities.add(account.id(), arrival.provider(), arrival.identity())) {
            return true;
        }
        status.setRollbackOnly();
        return false;
    }

    /** With an address that whoever vouches for them has proven. */
    private void add(Account account) {
        accounts.add(account);
        accounts.prove(account.id());
        for (var kind : asked()) {
            consents.add(
                    account.id(),
                    new Entry(kind, true, settings.textsVersion(), account.locale(), "identity"));
        }
        registrations.removeAllOf(account.email());
    }

    private List<Kind> asked() {
        return settings.areThereTexts()
                ? List.of(Kind.AGE, Kind.TERMS, Kind.PRIVACY)
                : List.of(Kind.AGE);
    }
}
