package io.taros.organization;

import io.taros.account.Account;
import io.taros.organization.MemberPages.Draft;
import io.taros.organization.web.MemberPage;
import io.taros.organization.web.MembersPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Branding;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings, members. */
@Controller
@RequestMapping("/settings/members")
class MembersController {
    private static final String HERE = "/settings/members";

    private final Members members;
    private final Invitations invitations;
    private final Team team;
    private final Joining joining;
    private final MemberPages pages;
    private final Branding branding;

    MembersController(
            Members members,
            Invitations invitations,
            Team team,
            Joining joining,
            MemberPages pages,
            Branding branding) {
        this.members = members;
        this.invitations = invitations;
        this.team = team;
        this.joining = joining;
        this.pages = pages;
        this.branding = branding;
    }

    @GetMapping
    @Requires(Permission.MEMBER_MANAGE)
    MembersPage page(Caller caller) {
        return pages.list(caller, Draft.EMPTY, null);
    }

    /** Answers with the page itself where there is a link to show: it must not travel. */
    @PostMapping("/invitations")
    @Requires(Permission.MEMBER_MANAGE)
    @StepUp
    View invite(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") List<@Nullable UUID> bots,
            Caller caller) {
        try {
            var place = team.place(caller, role, bots);
            return shown(caller, joining.invite(email, place, account(caller)).orElse(null));
        } catch (BadInput refused) {
            return pages.list(caller, new Draft(email, role, bots, FormErrors.of(refused)), null);
        }
    }

    @PostMapping("/invitations/{id}/renewal")
    @Requires(Permission.MEMBER_MANAGE)
    @StepUp
    View renew(@PathVariable UUID id, Caller caller) {
        return shown(caller, joining.renew(invitation(id, caller).id()).orElse(null));
    }

    @PostMapping("/invitations/{id}/revocation")
    @Requires(Permission.MEMBER_MANAGE)
    View takeBack(@PathVariable UUID id, Caller caller) {
        invitations.takeBack(invitation(id, caller).id());
        return new Redirect(HERE);
    }

    @GetMapping("/{account}")
    @Requires(Permission.MEMBER_MANAGE)
    MemberPage member(@PathVariable UUID account, Caller caller) {
        var member = members.find(new Account.Id(account)).orElseThrow(NotFound::new);
        return pages.member(
                caller,
                member,
                member.role().key(),
                member.bots() == null ? List.of() : List.copyOf(member.bots()),
                FormErrors.NONE);
    }

    @PostMapping("/{account}")
    @Requires(Permission.MEMBER_MANAGE)
    @StepUp
    View change(
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") List<@Nullable UUID> bots,
            Caller caller) {
        var member = members.find(new Account.Id(account)).orElseThrow(NotFound::new);
        try {
            team.change(caller, member.accountId(), team.place(caller, role, bots));
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return pages.member(caller, member, role, bots, FormErrors.of(refused));
        } catch (Conflict refused) {
            return pages.member(caller, member, role, bots, FormErrors.of(refused.in("role")));
        }
    }

    @PostMapping("/{account}/removal")
    @Requires(Permission.MEMBER_MANAGE)
    View remove(@PathVariable UUID account, Caller caller) {
        team.remove(caller, new Account.Id(account));
        return new Redirect(HERE);
    }

    private View shown(Caller caller, @Nullable OrganizationToken token) {
        return token == null
                ? new Redirect(HERE)
                : pages.list(caller, Draft.EMPTY, branding.link(SendingInvitation.path(token)));
    }

    /** One with more rights than the caller is not theirs to renew or take back. */
    private Invitation invitation(UUID id, Caller caller) {
        return invitations
                .find(new Invitation.Id(id))
                .filter(open -> open.role().isWithin(caller))
                .orElseThrow(NotFound::new);
    }

    private static Account.Id account(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
