package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.account.AccountLinks.Purpose;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another e-mail: confirmed at the new one, told to the old one, and taken back from there for a
 * week, whatever has become of it since.
 */
@Component
class ChangeAddress {
    private final Accounts accounts;
    private final AddressChanges changes;
    private final AccountLinks links;
    private final Sessions sessions;
    private final Passwords passwords;
    private final RateLimits limits;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final SingleSignOn singleSignOn;

    ChangeAddress(
            Accounts accounts,
            AddressChanges changes,
            AccountLinks links,
            Sessions sessions,
            Passwords passwords,
            RateLimits limits,
            Jobs jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
        this.accounts = accounts;
        this.changes = changes;
        this.links = links;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    /** Says no more of an address that is taken than of one that is not. */
    void ask(Account account, String email) {
        transactions.executeWithoutResult(status -> {
            var id = changes.add(account, NewAccount.address(email));
            jobs.enqueue(new SendLetter(Letter.NEW_ADDRESS, id));
        });
    }

    Optional<AddressChanges.Change> find(Purpose purpose, String token) {
        return links.find(purpose, token).flatMap(changes::find);
    }

    /** Whether the password is that of the account that wants another address. */
    boolean isProven(AddressChanges.Change change, String password) {
        limits.take(Limit.PROOF, change.accountId().toString());
        return passwords.matches(
                password, accounts.findPasswordHash(change.accountId()).orElse(null));
    }

    /** Whoever could move away would not be held to their organization's provider any more. */
    Optional<SingleSignOn.Only> keptBy(Account.Id account) {
        return singleSignOn.insteadOf(Way.PASSWORD, account);
    }

    /** Empty if the link was good for nothing any more. */
    Optional<AddressChanges.Change> confirm(String token) {
        var isKept =
                find(Purpose.NEW_ADDRESS, token)
                        .flatMap(change -> keptBy(change.accountId()))
                        .isPresent();
        if (isKept) {
            return Optional.empty();
        }
        var done =
                transactions.execute(status ->
                        links.useUp(Purpose.NEW_ADDRESS, token)
                                .flatMap(changes::find)
                                .map(change -> {
                                    accounts.setEmail(change.accountId(), change.newEmail());
                                    accounts.prove(change.accountId());
                                    changes.confirm(change.id());
                                    links.forget(Purpose.RESET, change.accountId().value());
                                    jobs.enqueue(
                                            new SendLetter(Letter.ADDRESS_CHANGED, change.id()));
                                    return change;
                                }));
        done.ifPresent(change -> tell(change, What.ADDRESS_CHANGED));
        return done;
    }

    /**
     * Whoever changed it may know the password, too, and have made themselves other ways in: all
     * sessions end, and so does every proof that was added since, and what the address brought. A
     * mail asks for a new password.
     */
    Optional<AddressChanges.Change> undo(String token) {
        find(Purpose.UNDO_ADDRESS, token)
                .ifPresent(change ->
                        singleSignOn.beforeTakingBack(
                                change.accountId(), changes.askedAt(change.id())));
        var done =
                transactions.execute(status ->
                        links.useUp(Purpose.UNDO_ADDRESS, token)
                                .flatMap(changes::find)
                                .map(this::takeBack));
        done.ifPresent(change -> {
            sessions.endAll(change.accountId());
            tell(change, What.ADDRESS_RESTORED);
        });
        return done;
    }

    /** Later changes lose their own way back, or they would undo this. */
    private AddressChanges.Change takeBack(AddressChanges.Change change) {
        for (var later : changes.undoFrom(change)) {
            links.forget(Purpose.UNDO_ADDRESS, later);
            links.forget(Purpose.NEW_ADDRESS, later);
        }
        accounts.setEmail(change.accountId(), change.oldEmail());
        accounts.forgetProofsSince(change.accountId(), changes.askedAt(change.id()));
        links.forget(Purpose.RESET, change.accountId().value());
        jobs.enqueue(new SendLetter(Letter.RESET, change.accountId().value()));
        return change;
    }

    private void tell(AddressChanges.Change change, What what) {
        events.publishEvent(new AccountChanged(change.accountId(), what));
    }
}
