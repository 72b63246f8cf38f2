package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Role;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way into the bound organization for somebody whose address it knows to be theirs: as what an
 * open invitation to the address says, or else as what everybody with such an address may be.
 */
@Component
@Transactional
public class JoinByAddress {
    /** What came of it. */
    public enum Outcome {
        IN,
        /** Neither invited nor welcome uninvited, or removed before. */
        UNWANTED,
        NO_SEAT
    }

    private final Invitations invitations;
    private final Joining joining;
    private final Members members;
    private final FormerMembers former;
    private final Organizations organizations;
    private final InstantSource clock;
    private final Audit audit;

    JoinByAddress(
            Invitations invitations,
            Joining joining,
            Members members,
            FormerMembers former,
            Organizations organizations,
            InstantSource clock,
            Audit audit) {
        this.invitations = invitations;
        this.joining = joining;
        this.members = members;
        this.former = former;
        this.organizations = organizations;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Whether somebody would be let in now.
     *
     * @param uninvited what everybody with such an address may be
     */
    @Transactional(readOnly = true)
    public Outcome look(String email, Optional<Role> uninvited) {
        if (invitation(email).isPresent()) {
            return Outcome.IN;
        }
        if (uninvited.isEmpty() || former.isOnes(email)) {
            return Outcome.UNWANTED;
        }
        return isFull() ? Outcome.NO_SEAT : Outcome.IN;
    }

    public Outcome join(Account.Id account, String email, Optional<Role> uninvited) {
        // Of two who come for the last seat, one gets it.
        organizations.lock();
        var invitation = invitation(email);
        if (invitation.isPresent()) {
            joining.accept(invitation.get(), account);
            return Outcome.IN;
        }
        if (isFormer(account, email)) {
            return Outcome.UNWANTED;
        }
        var outcome = look(email, uninvited);
        if (outcome == Outcome.IN && uninvited.isPresent()) {
            var role = uninvited.get();
            if (members.add(account, MemberRole.of(role), null)) {
                audit.record(
                        OrganizationAction.MEMBER_ADDED,
                        account,
                        Map.of("role", role.name(), "way", "DOMAIN"));
            }
        }
        return outcome;
    }

    /** Whether they were removed, and come back by an invitation alone. */
    @Transactional(readOnly = true)
    public boolean isFormer(Account.Id account, String email) {
        return former.isOne(account) || former.isOnes(email);
    }

    private Optional<Invitation> invitation(String email) {
        return invitations.list().stream()
                .filter(open -> open.email().equalsIgnoreCase(email))
                .filter(open -> open.expiresAt().isAfter(clock.instant()))
                .findFirst();
    }

    private boolean isFull() {
        var seats = organizations.get().seats();
        return seats != null && members.list().size() + invitations.list().size() >= seats;
    }
}
