package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.SignInRefused;
import io.taros.account.SignedIn;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditAction;
import io.taros.platform.security.Tenancy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every organization of an account when somebody signed in to it, or tried. */
@Component
class SignInAudit {
    private final Members members;
    private final Audit audit;

    SignInAudit(Members members, Audit audit) {
        this.members = members;
        this.audit = audit;
    }

    @EventListener
    void on(SignedIn event) {
        record(event.account(), OrganizationAction.SIGNED_IN);
    }

    @EventListener
    void on(SignInRefused event) {
        record(event.account(), OrganizationAction.SIGN_IN_REFUSED);
    }

    private void record(Account.Id account, AuditAction action) {
        var memberships = Tenancy.callAs(null, account.value(), () -> members.ofAccount(account));
        for (var member : memberships) {
            Tenancy.callAs(
                    member.organizationId(),
                    account.value(),
                    () -> {
                        audit.record(action, account);
                        return true;
                    });
        }
    }
}
