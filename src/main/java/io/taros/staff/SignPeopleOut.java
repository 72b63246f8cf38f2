package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.AccountChanged;
import io.taros.account.AccountChanged.What;
import io.taros.account.Accounts;
import io.taros.account.Sessions;
import io.taros.platform.audit.Audit;
import io.taros.platform.web.BadInput;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ends sessions of others, of one account or of everybody: after a theft, when there is no time to
 * ask. Whoever was signed out signs in again.
 */
@Component
class SignPeopleOut {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SignPeopleOut(
            Accounts accounts, Sessions sessions, Audit audit, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
    }

    void one(String email, String text) {
        var account =
                accounts.findByEmail(email)
                        .orElseThrow(() -> new BadInput("email", "staff.input.no-account"));
        var reason = StaffAtWork.reason(text);
        sessions.endAll(account.id());
        audit.record(StaffAction.SIGNED_OUT, account.id(), Map.of("reason", reason));
        events.publishEvent(new AccountChanged(account.id(), What.SESSIONS_ENDED));
    }

    /** All but those of the one who does it. */
    void everybody(Account.Id but, String text) {
        var reason = StaffAtWork.reason(text);
        sessions.endAllBut(but);
        audit.record(StaffAction.EVERYBODY_SIGNED_OUT, null, Map.of("reason", reason));
    }
}
