package io.taros.signon;

import io.taros.account.SignedIn;
import io.taros.account.Way;
import io.taros.organization.CurrentOrganization;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whoever came by an organization's provider came for it. And an owner who passed the required one
 * by is written down.
 */
@Component
class AfterSigningIn {
    private final CurrentOrganization current;
    private final Audit audit;

    AfterSigningIn(CurrentOrganization current, Audit audit) {
        this.current = current;
        this.audit = audit;
    }

    @EventListener
    void on(SignedIn event) {
        var way = event.way();
        if (way.means() == Way.Means.SINGLE_SIGN_ON
                && way.provider() != null
                && RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes) {
            current.choose(attributes.getRequest(), OrganizationId.of(way.provider()));
            return;
        }
        var passedBy = event.passedBy();
        if (passedBy != null) {
            Tenancy.callAs(
                    OrganizationId.of(passedBy.key()),
                    event.account().value(),
                    () -> {
                        audit.record(SignOnAction.PASSED_BY, event.account());
                        return true;
                    });
        }
    }
}
