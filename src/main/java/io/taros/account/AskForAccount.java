package io.taros.account;

import io.taros.platform.jobs.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes who wants an account and writes to the address. Whether it has one already is looked at
 * when the mail is written, so that nothing here takes longer or says more for a known address.
 */
@Component
class AskForAccount {
    private final Passwords passwords;
    private final Registrations registrations;
    private final Jobs jobs;
    private final AccountSettings settings;
    private final TransactionTemplate transactions;

    AskForAccount(
            Passwords passwords,
            Registrations registrations,
            Jobs jobs,
            AccountSettings settings,
            TransactionTemplate transactions) {
        this.passwords = passwords;
        this.registrations = registrations;
        this.jobs = jobs;
        this.settings = settings;
        this.transactions = transactions;
    }

    void ask(NewAccount account, boolean marketing) {
        var hash = passwords.hash(account.password());
        transactions.executeWithoutResult(status -> {
            var id = registrations.add(account, hash, settings.textsVersion(), marketing);
            jobs.enqueue(new SendLetter(Letter.REGISTRATION, id));
        });
    }
}
