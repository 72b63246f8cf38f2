package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.account.AccountLinks.Purpose;
import io.taros.platform.jobs.Jobs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account another password. Every session ends, and links to reset the old one. */
@Component
class ReplacePassword {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AccountLinks links;
    private final AddressChanges addresses;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    ReplacePassword(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            AccountLinks links,
            AddressChanges addresses,
            Jobs jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.links = links;
        this.addresses = addresses;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    void replace(Account.Id account, String password, What how) {
        var hash = passwords.hash(password);
        transactions.executeWithoutResult(status -> {
            accounts.setPassword(account, hash);
            links.forget(Purpose.RESET, account.value());
            addresses.forget(account);
            jobs.enqueue(new SendLetter(Letter.PASSWORD_CHANGED, account.value()));
        });
        sessions.endAll(account);
        events.publishEvent(new AccountChanged(account, how));
    }
}
