package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.AccountChanged;
import io.taros.account.AccountChanged.What;
import io.taros.account.AccountTie;
import io.taros.account.Accounts;
import io.taros.account.ClosedAccounts;
import io.taros.organization.Memberships;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes an account, opens it again, or lets it be erased before its time (P-31, P-39). */
@Component
class CloseAccount {
    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final Memberships memberships;
    private final List<AccountTie> ties;
    private final Jobs jobs;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    CloseAccount(
            Accounts accounts,
            ClosedAccounts closed,
            Memberships memberships,
            List<AccountTie> ties,
            Jobs jobs,
            InstantSource clock,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.events = events;
        this.accounts = accounts;
        this.closed = closed;
        this.memberships = memberships;
        this.ties = List.copyOf(ties);
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The names of organizations that would be without an owner. */
    List<String> hindrances(Account.Id account) {
        return memberships.ownedAlone(account);
    }

    /**
     * @param email of the account as somebody typed it, who means it
     */
    void close(Account.Id account, String email) {
        meant(account, email);
        refuseWhereOthersNeedIt(account);
        var eraseAt = Grace.end(clock.instant());
        var isNew =
                transactions.execute(status -> {
                    if (!closed.close(account, eraseAt)) {
                        return false;
                    }
                    announce(account, eraseAt);
                    return true;
                });
        if (isNew && !hindrances(account).isEmpty()) {
            // Another owner closed theirs at the same moment.
            reopen(account);
            refuseWhereOthersNeedIt(account);
        }
        if (isNew) {
            events.publishEvent(new AccountChanged(account, What.CLOSED));
        }
    }

    private void announce(Account.Id account, Instant eraseAt) {
        jobs.enqueueAt(new EraseAccount(account), eraseAt);
        TellOfClosing.all(null, account, eraseAt)
                .forEach(notice -> jobs.enqueueAt(notice, notice.time(clock.instant())));
    }

    private void forget(Account.Id account) {
        jobs.cancel(new EraseAccount(account));
        TellOfClosing.all(null, account, clock.instant()).forEach(jobs::cancel);
    }

    void reopen(Account.Id account) {
        transactions.executeWithoutResult(status -> {
            if (closed.reopen(account)) {
                forget(account);
            } else if (closed.find(account).isPresent()) {
                throw new Conflict("privacy.input.erasing");
            }
        });
        events.publishEvent(new AccountChanged(account, What.REOPENED));
    }

    void eraseNow(Account.Id account, String email) {
        meant(account, email);
        transactions.executeWithoutResult(status -> {
            if (closed.eraseNow(account)) {
                forget(account);
                jobs.enqueue(new EraseAccount(account));
            }
        });
    }

    private void refuseWhereOthersNeedIt(Account.Id account) {
        ties.stream()
                .flatMap(tie -> tie.find(account).stream())
                .findFirst()
                .ifPresent(key -> {
                    throw new Conflict(key);
                });
        if (!hindrances(account).isEmpty()) {
            throw new Conflict("privacy.input.owned-alone");
        }
    }

    private void meant(Account.Id account, String email) {
        if (accounts.find(account)
                .filter(own -> own.email().equalsIgnoreCase(email.strip()))
                .isEmpty()) {
            throw new BadInput("email", "privacy.input.email");
        }
    }
}
