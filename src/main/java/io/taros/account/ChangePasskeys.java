package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.platform.jobs.Jobs;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds a passkey to an account or takes one away, and tells its owner by mail. */
@Component
class ChangePasskeys {
    /** What came of it. */
    sealed interface Outcome {
        /**
         * @param codes for the day it is lost, where the account had none
         */
        record Added(List<String> codes) implements Outcome {
            public Added {
                codes = List.copyOf(codes);
            }
        }

        /** It opens an account already. */
        record Known() implements Outcome {}

        /** There are as many as there can be. */
        record Full() implements Outcome {}
    }

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final RecoveryCodes recovery;
    private final WaysIn ways;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    ChangePasskeys(
            Passkeys passkeys,
            SecondFactors factors,
            RecoveryCodes recovery,
            WaysIn ways,
            Jobs jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.recovery = recovery;
        this.ways = ways;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    Outcome add(Account.Id account, String name, WebAuthn.Made made) {
        var outcome =
                transactions.execute(status -> {
                    ways.lock(account);
                    if (passkeys.count(account) >= Passkeys.MOST) {
                        return new Outcome.Full();
                    }
                    if (!passkeys.add(account, name, made)) {
                        return new Outcome.Known();
                    }
                    jobs.enqueue(new SendLetter(Letter.PASSKEY_ADDED, account.value()));
                    return new Outcome.Added(
                            recovery.count(account) > 0 ? List.of() : recovery.renew(account));
                });
        if (outcome instanceof Outcome.Added) {
            events.publishEvent(new AccountChanged(account, What.PASSKEY_ADDED));
        }
        return outcome;
    }

    /** Nothing happens to the last way in. */
    void remove(Account.Id account, UUID passkey) {
        var isGone =
                transactions.execute(status -> {
                    ways.lock(account);
                    if (ways.isOnlyOne(account) || !passkeys.remove(account, passkey)) {
                        return false;
                    }
                    if (!factors.isOn(account)) {
                        recovery.remove(account);
                    }
                    jobs.enqueue(new SendLetter(Letter.PASSKEY_REMOVED, account.value()));
                    return true;
                });
        if (isGone) {
            events.publishEvent(new AccountChanged(account, What.PASSKEY_REMOVED));
        }
    }
}
