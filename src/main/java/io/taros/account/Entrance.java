package io.taros.account;

import io.taros.platform.jobs.Jobs;
import io.taros.platform.sql.Unflushed;
import io.taros.platform.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way in for whoever has proven who they are, by whatever means. */
@Component
public class Entrance {
    private static final Redirect IN = new Redirect("/");

    private final Sessions sessions;
    private final Devices devices;
    private final SecondFactors factors;
    private final SingleSignOn singleSignOn;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Entrance(
            Sessions sessions,
            Devices devices,
            SecondFactors factors,
            SingleSignOn singleSignOn,
            Jobs jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.devices = devices;
        this.factors = factors;
        this.singleSignOn = singleSignOn;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    /** With one proof. Where the account has a second factor, it is asked for next. */
    public Redirect admit(
            HttpServletRequest request, HttpServletResponse response, Account.Id account, Way way) {
        var only = singleSignOn.insteadOf(way, account);
        if (only.isPresent()) {
            return elsewhere(request, only.get());
        }
        if (factors.isOn(account)) {
            sessions.startHalfway(request, account, way);
            return new Redirect("/sign-in/code");
        }
        return start(request, response, account, way);
    }

    /** With all proofs there are. */
    public Redirect open(
            HttpServletRequest request, HttpServletResponse response, Account.Id account, Way way) {
        var only = singleSignOn.insteadOf(way, account);
        if (only.isPresent()) {
            return elsewhere(request, only.get());
        }
        return start(request, response, account, way);
    }

    /**
     * The commits before the last one do not wait for the disk: that of the audit log does, and
     * takes them along.
     */
    private Redirect start(
            HttpServletRequest request, HttpServletResponse response, Account.Id account, Way way) {
        sessions.start(request, account, way);
        Unflushed.call(() ->
                transactions.execute(status -> {
                    meet(account, request, response);
                    return true;
                }));
        events.publishEvent(new SignedIn(account, way));
        return sessions.onward(request).orElse(IN);
    }

    private void meet(
            Account.Id account, HttpServletRequest request, HttpServletResponse response) {
        var knownBefore = devices.isAnyKnown(account);
        devices.meet(account, request, response)
                .filter(_ -> knownBefore)
                .ifPresent(device -> jobs.enqueue(new SendLetter(Letter.NEW_DEVICE, device)));
    }

    /** For whoever ended all sessions, this one included, and stays. */
    void renew(HttpServletRequest request, Account.Id account) {
        sessions.start(request, account, sessions.way(request).orElse(Way.PASSWORD));
    }

    /** Nobody is signed in by what does not count for this account. */
    private Redirect elsewhere(HttpServletRequest request, SingleSignOn.Only only) {
        sessions.restart(request);
        return new Redirect("/sign-in/single?only=" + only.key());
    }
}
