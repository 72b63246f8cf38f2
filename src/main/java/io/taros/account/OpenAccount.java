package io.taros.account;

import io.taros.account.AccountLinks.Purpose;
import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import io.taros.account.Registrations.Registration;
import io.taros.platform.crypto.Secret;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the account of a registration. The link proves the address; the password proves that
 * whoever holds the link is whoever asked. Without it, somebody could register a stranger's
 * address, wait for the stranger's click, and have a key to what the stranger builds.
 */
@Component
class OpenAccount {
    private final AccountLinks links;
    private final Registrations registrations;
    private final Accounts accounts;
    private final Consents consents;
    private final Passwords passwords;
    private final RateLimits limits;
    private final Jobs jobs;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    OpenAccount(
            AccountLinks links,
            Registrations registrations,
            Accounts accounts,
            Consents consents,
            Passwords passwords,
            RateLimits limits,
            Jobs jobs,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.links = links;
        this.registrations = registrations;
        this.accounts = accounts;
        this.consents = consents;
        this.passwords = passwords;
        this.limits = limits;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    boolean isOpenedBy(String token) {
        return links.find(Purpose.REGISTRATION, token).flatMap(registrations::find).isPresent();
    }

    /** Empty if the password is not the one that was chosen. */
    Optional<Account.Id> open(String token, String password) {
        limits.take(Limit.PROOF, HexFormat.of().formatHex(Secret.hash(token)));
        var asked = links.find(Purpose.REGISTRATION, token).flatMap(registrations::find);
        var isRight =
                passwords.matches(password, asked.map(Registration::passwordHash).orElse(null));
        return isRight
                ? transactions.execute(status -> add(asked.orElseThrow(), token))
                : Optional.empty();
    }

    private Optional<Account.Id> add(Registration asked, String token) {
        if (links.useUp(Purpose.REGISTRATION, token).isEmpty()) {
            return Optional.empty();
        }
        var id = accounts.nextId();
        accounts.add(new Account(id, asked.email(), asked.name(), asked.locale(), clock.instant()));
        accounts.prove(id);
        accounts.setPassword(id, asked.passwordHash());
        for (var kind : List.of(Kind.AGE, Kind.TERMS, Kind.PRIVACY)) {
            consents.add(
                    id, new Entry(kind, true, asked.textsVersion(), asked.locale(), "register"));
        }
        registrations.removeAllOf(asked.email());
        if (asked.marketing()) {
            jobs.enqueue(new SendLetter(Letter.MARKETING, id.value()));
        }
        return Optional.of(id);
    }
}
