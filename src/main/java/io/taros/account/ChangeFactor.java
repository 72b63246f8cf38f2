package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.platform.jobs.Jobs;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds an authenticator app to an account or takes it away, and tells its owner by mail. */
@Component
class ChangeFactor {
    private final AuthenticatorApps apps;
    private final SecondFactors factors;
    private final RecoveryCodes recovery;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    ChangeFactor(
            AuthenticatorApps apps,
            SecondFactors factors,
            RecoveryCodes recovery,
            Jobs jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.apps = apps;
        this.factors = factors;
        this.recovery = recovery;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    /** The recovery codes; none if the code was wrong. */
    List<String> add(Account.Id account, String code) {
        var fresh =
                transactions.execute(status -> {
                    if (!apps.confirm(account, code)) {
                        return List.<String>of();
                    }
                    jobs.enqueue(new SendLetter(Letter.FACTOR_ADDED, account.value()));
                    return recovery.renew(account);
                });
        if (!fresh.isEmpty()) {
            events.publishEvent(new AccountChanged(account, What.FACTOR_ADDED));
        }
        return fresh;
    }

    void remove(Account.Id account) {
        if (!apps.isOn(account)) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            apps.remove(account);
            if (!factors.isOn(account)) {
                recovery.remove(account);
            }
            jobs.enqueue(new SendLetter(Letter.FACTOR_REMOVED, account.value()));
        });
        events.publishEvent(new AccountChanged(account, What.FACTOR_REMOVED));
    }

    List<String> renewRecoveryCodes(Account.Id account) {
        var fresh = recovery.renew(account);
        events.publishEvent(new AccountChanged(account, What.RECOVERY_CODES_RENEWED));
        return fresh;
    }
}
