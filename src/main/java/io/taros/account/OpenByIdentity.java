package io.taros.account;

import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
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

    OpenByIdentity(
            Accounts accounts,
            Identities identities,
            Registrations registrations,
            Consents consents,
            Invited invited,
            AccountSettings settings,
            InstantSource clock,
            TransactionTemplate transactions) {
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
        var email = arrival.identity().verifiedEmail();
        if (email == null || !accounts.areThereAny()) {
            return false;
        }
        var invitation = arrival.invitation();
        return settings.isOpen() || (invitation != null && invited.isOpen(invitation, email));
    }

    /** Empty if the identity opens an account by now. */
    Optional<Account.Id> open(Arrival arrival, String name, String language) {
        var email = NewAccount.address(String.valueOf(arrival.identity().verifiedEmail()));
        var called = NewAccount.name(name);
        return transactions.execute(status -> {
            var id = accounts.nextId();
            accounts.add(new Account(id, email, called, language, clock.instant()));
            if (!identities.add(id, arrival.provider(), arrival.identity())) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            for (var kind : asked()) {
                consents.add(
                        id, new Entry(kind, true, settings.textsVersion(), language, "identity"));
            }
            registrations.removeAllOf(email);
            return Optional.of(id);
        });
    }

    private List<Kind> asked() {
        return settings.areThereTexts()
                ? List.of(Kind.AGE, Kind.TERMS, Kind.PRIVACY)
                : List.of(Kind.AGE);
    }
}
