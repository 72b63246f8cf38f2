package io.taros.organization;

import io.taros.account.Invited;
import io.taros.platform.security.Tenancy;
import org.springframework.stereotype.Component;

/** Whoever holds an invitation's link and proves its address may have an account. */
@Component
class OpenInvitations implements Invited {
    private final Invitations invitations;

    OpenInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public boolean isOpen(String invitation, String email) {
        return OrganizationToken.parse(OrganizationToken.Kind.INVITATION, invitation)
                .flatMap(secret ->
                        Tenancy.callAs(secret.organization(), () -> invitations.find(secret)))
                .filter(open -> open.email().equalsIgnoreCase(email))
                .isPresent();
    }
}
