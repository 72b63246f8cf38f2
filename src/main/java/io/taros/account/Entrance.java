package io.taros.account;

import io.taros.platform.jobs.Jobs;
import io.taros.platform.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one way in for whoever has proven who they are, by whatever means. */
@Component
public class Entrance {
    private static final Redirect IN = new Redirect("/");

    private final Sessions sessions;
    private final Devices devices;
    private final SecondFactors factors;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Entrance(
            Sessions sessions,
            Devices devices,
            SecondFactors factors,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.devices = devices;
        this.factors = factors;
        this.jobs = jobs;
        this.events = events;
    }

    /** With one proof. Where the account has a second factor, it is asked for next. */
    public Redirect admit(
            HttpServletRequest request, HttpServletResponse response, Account.Id account) {
        if (factors.isOn(account)) {
            sessions.startHalfway(request, account);
            return new Redirect("/sign-in/code");
        }
        return open(request, response, account);
    }

    /** With all proofs there are. */
    public Redirect open(
            HttpServletRequest request, HttpServletResponse response, Account.Id account) {
        sessions.start(request, account);
        var knownBefore = devices.isAnyKnown(account);
        devices.meet(account, request, response)
                .filter(_ -> knownBefore)
                .ifPresent(device -> jobs.enqueue(new SendLetter(Letter.NEW_DEVICE, device)));
        events.publishEvent(new SignedIn(account));
        return sessions.onward(request).orElse(IN);
    }

    /** For whoever ended all sessions, this one included, and stays. */
    void renew(HttpServletRequest request, Account.Id account) {
        sessions.start(request, account);
    }
}
