package io.taros.organization;

import static io.taros.account.Consents.Kind.AGE;
import static io.taros.account.Consents.Kind.PRIVACY;
import static io.taros.account.Consents.Kind.TERMS;

import io.taros.account.Account;
import io.taros.account.AccountSettings;
import io.taros.account.Accounts;
import io.taros.account.ClosedAccounts;
import io.taros.account.Consents;
import io.taros.account.NewAccount;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way into an organization for somebody new: invited by a member, and accepted. */
@Component
@Transactional
class Joining {
    private final Invitations invitations;
    private final Members members;
    private final FormerMembers former;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Mails mails;
    private final Jobs jobs;
    private final RateLimits limits;
    private final Audit audit;
    private final Consents consents;
    private final AccountSettings settings;
    private final ClosedAccounts closedAccounts;

    Joining(
            Invitations invitations,
            Members members,
            FormerMembers former,
            Organizations organizations,
            Accounts accounts,
            Mails mails,
            Jobs jobs,
            RateLimits limits,
            Audit audit,
            Consents consents,
            AccountSettings settings,
            ClosedAccounts closedAccounts) {
        this.closedAccounts = closedAccounts;
        this.consents = consents;
        this.settings = settings;
        this.invitations = invitations;
        this.members = members;
        this.former = former;
        this.organizations = organizations;
        this.accounts = accounts;
        this.mails = mails;
        this.jobs = jobs;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * Mails a link where this installation sends mail.
     *
     * @return elsewhere the link's token, for the inviter to hand over: the only time it is seen
     */
    Optional<OrganizationToken> invite(String email, Team.Place place, Account.Id inviter) {
        limits.take(Limit.INVITATION, Tenancy.organization().toString());
        var address = NewAccount.address(email);
        organizations.lock();
        if (isMember(address)) {
            throw new BadInput("email", "organization.input.is-member");
        }
        checkSeats(address);
        return link(invitations.add(address, place, inviter));
    }

    /** Once more, to the same address and with a link of its own. */
    Optional<OrganizationToken> renew(Invitation.Id id) {
        limits.take(Limit.INVITATION, Tenancy.organization().toString());
        return link(id);
    }

    private Optional<OrganizationToken> link(Invitation.Id id) {
        if (!mails.isOn()) {
            return Optional.of(invitations.newLink(id, false));
        }
        jobs.enqueue(new SendInvitation(Tenancy.organization(), id));
        return Optional.empty();
    }

    /** Somebody who has an account becomes a member. Nothing happens to one who is already. */
    boolean accept(Invitation invitation, Account.Id account) {
        if (closedAccounts.find(account).isPresent()) {
            throw new Conflict("organization.input.closed-account");
        }
        if (!invitations.delete(invitation.id())) {
            return false;
        }
        if (invitation.isMailed()) {
            // The link was in a mail to this address and nowhere else, and led here.
            accounts.prove(account);
        }
        former.forget(account, invitation.email());
        if (members.add(account, invitation.role(), invitation.bots())) {
            audit.record(OrganizationAction.MEMBER_ADDED, account);
        }
        audit.record(OrganizationAction.INVITATION_ACCEPTED, invitation.id());
        return true;
    }

    /** Somebody new gets an account and becomes a member, or neither. */
    boolean accept(Invitation invitation, Account.Id id, NewAccount account, String passwordHash) {
        accounts.add(id, account, passwordHash);
        var given = settings.areThereTexts() ? EnumSet.of(AGE, TERMS, PRIVACY) : EnumSet.of(AGE);
        for (var kind : given) {
            consents.add(
                    id,
                    new Consents.Entry(
                            kind, true, settings.textsVersion(), account.locale(), "invitation"));
        }
        return accept(invitation, id);
    }

    private boolean isMember(String email) {
        return accounts.findByEmail(email).flatMap(known -> members.find(known.id())).isPresent();
    }

    private void checkSeats(String email) {
        @Nullable Integer seats = organizations.get().seats();
        if (seats == null) {
            return;
        }
        var others =
                invitations.list().stream()
                        .filter(open -> !open.email().equalsIgnoreCase(email))
                        .count();
        if (members.list().size() + others >= seats) {
            throw new BadInput("email", "organization.input.seats", seats);
        }
    }
}
