package io.taros.account;

import io.taros.account.AccountChanged.What;
import io.taros.platform.jobs.Jobs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds an identity to an account or takes one away, and tells its owner by mail. */
@Component
class ChangeIdentities {
    private final Identities identities;
    private final WaysIn ways;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    ChangeIdentities(
            Identities identities,
            WaysIn ways,
            Jobs jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.identities = identities;
        this.ways = ways;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    /** False if it opens an account already, or the account has another of this provider. */
    boolean link(Account.Id account, Arrival arrival) {
        var isLinked =
                transactions.execute(status -> {
                    if (!identities.add(account, arrival.provider(), arrival.identity())) {
                        return false;
                    }
                    jobs.enqueue(new SendLetter(Letter.IDENTITY_LINKED, account.value()));
                    return true;
                });
        if (isLinked) {
            events.publishEvent(new AccountChanged(account, What.IDENTITY_LINKED));
        }
        return isLinked;
    }

    /** An organization's own provider opens the account from now on. */
    void tellOfAnother(Account.Id account) {
        jobs.enqueue(new SendLetter(Letter.IDENTITY_LINKED, account.value()));
        events.publishEvent(new AccountChanged(account, What.IDENTITY_LINKED));
    }

    /** Nothing happens to the last way in. */
    void unlink(Account.Id account, String provider) {
        var isGone =
                transactions.execute(status -> {
                    ways.lock(account);
                    if (ways.isOnlyOne(account) || !identities.remove(account, provider)) {
                        return false;
                    }
                    jobs.enqueue(new SendLetter(Letter.IDENTITY_UNLINKED, account.value()));
                    return true;
                });
        if (isGone) {
            events.publishEvent(new AccountChanged(account, What.IDENTITY_UNLINKED));
        }
    }
}
