package io.taros.account;

import io.taros.account.SingleSignOn.Hold;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way in for whoever has proven who they are, by whatever means. */
@Component
public class Entrance {
    private static final Redirect IN = new Redirect("/home");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Devices devices;
    private final SingleSignOn singleSignOn;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Entrance(
            Accounts accounts,
            Sessions sessions,
            Devices devices,
            SingleSignOn singleSignOn,
            Jobs jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.devices = devices;
        this.accounts = accounts;
        this.singleSignOn = singleSignOn;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
    }

    /** With one proof. Where the account has a second factor, it is asked for next. */
    public Redirect admit(
            HttpServletRequest request, HttpServletResponse response, Account.Id account, Way way) {
        var entrant = accounts.getEntrant(account);
        return switch (singleSignOn.hold(way, account, entrant.email())) {
            case Hold.Elsewhere(var only) -> elsewhere(request, only);
            case Hold.Free _, Hold.PassedBy _ when entrant.hasSecondFactor() -> {
                sessions.startHalfway(request, account, way);
                yield new Redirect("/sign-in/code");
            }
            case Hold.Free _ -> start(request, response, new SignedIn(account, way, null));
            case Hold.PassedBy(var only) ->
                    start(request, response, new SignedIn(account, way, only));
        };
    }

    /** With all proofs there are. */
    public Redirect open(
            HttpServletRequest request, HttpServletResponse response, Account.Id account, Way way) {
        var email = accounts.getEntrant(account).email();
        return switch (singleSignOn.hold(way, account, email)) {
            case Hold.Elsewhere(var only) -> elsewhere(request, only);
            case Hold.Free _ -> start(request, response, new SignedIn(account, way, null));
            case Hold.PassedBy(var only) ->
                    start(request, response, new SignedIn(account, way, only));
        };
    }

    /**
     * The commits before the last one do not wait for the disk: that of the audit log does, and
     * takes them along.
     */
    private Redirect start(
            HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        begin(request, response, signedIn.account(), signedIn.way());
        events.publishEvent(signedIn);
        return sessions.onward(request).orElse(IN);
    }

    /** For whoever has just opened the first account. */
    public void welcome(
            HttpServletRequest request, HttpServletResponse response, Account.Id account) {
        begin(request, response, account, Way.LINK);
    }

    private void begin(
            HttpServletRequest request, HttpServletResponse response, Account.Id account, Way way) {
        sessions.start(request, account, way);
        transactions.executeWithoutResult(_ -> {
            var met = devices.meet(account, request, response);
            met.device()
                    .ifPresent(device -> jobs.enqueue(new SendLetter(Letter.NEW_DEVICE, device)));
            sessions.setBrowser(request, met.browser());
            if (met.isShared()) {
                events.publishEvent(new SignedOut.Before(account, met.browser()));
            }
        });
    }

    /** For whoever ended all sessions, this one included, and stays. */
    void renew(HttpServletRequest request, Account.Id account) {
        var browser = sessions.browser(request);
        sessions.start(request, account, sessions.way(request).orElse(Way.PASSWORD));
        browser.ifPresent(here -> sessions.setBrowser(request, here));
    }

    /** Nobody is signed in by what does not count for this account. */
    private Redirect elsewhere(HttpServletRequest request, SingleSignOn.Only only) {
        sessions.restart(request);
        return new Redirect("/sign-in/single?only=" + only.key());
    }
}
