package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.Role;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Conflict;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the bound organization, which somebody else opened, its first owner. Once it has one, only
 * owners make others: whoever opened it could otherwise let themselves in as one.
 */
@Component
@Transactional
public class InviteOwner {
    private final Joining joining;
    private final Members members;
    private final Invitations invitations;
    private final Organizations organizations;
    private final Branding branding;

    InviteOwner(
            Joining joining,
            Members members,
            Invitations invitations,
            Organizations organizations,
            Branding branding) {
        this.organizations = organizations;
        this.joining = joining;
        this.members = members;
        this.invitations = invitations;
        this.branding = branding;
    }

    /**
     * @return the link to hand over, where this installation sends no mail
     */
    @Transactional
    public Optional<String> invite(String email, Account.Id inviter) {
        // Of two at once the second sees the first: there is one invitation to be the owner.
        organizations.lock();
        if (hasOwner()) {
            throw new Conflict("organization.input.has-owner");
        }
        takeBackOthers(email);
        return joining.invite(email, new Team.Place(MemberRole.of(Role.OWNER), null), inviter)
                .map(token -> branding.link(SendingInvitation.path(token)));
    }

    @Transactional(readOnly = true)
    public boolean hasOwner() {
        return members.list().stream().anyMatch(member -> member.role().isOwner());
    }

    /** An address that was mistyped must not become an owner, too. */
    private void takeBackOthers(String email) {
        invitations.list().stream()
                .filter(open -> open.role().isOwner() && !open.email().equalsIgnoreCase(email))
                .forEach(open -> invitations.takeBack(open.id()));
    }
}
