package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.ClosedAccounts;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Role;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Forbidden;
import io.taros.platform.web.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who is in the bound organization and as what. Two rules hold whoever asks: nobody gives a
 * role, or touches a member, with a permission they lack themselves; and an organization always has
 * an owner.
 */
@Component
@Transactional
class Team {
    /** What a member is and sees. */
    record Place(MemberRole role, @Nullable Set<UUID> bots) {}

    private final Members members;
    private final FormerMembers former;
    private final CustomRoles roles;
    private final BotNames bots;
    private final Audit audit;
    private final Organizations organizations;
    private final ClosedAccounts closedAccounts;

    Team(
            Members members,
            FormerMembers former,
            CustomRoles roles,
            BotNames bots,
            Audit audit,
            Organizations organizations,
            ClosedAccounts closedAccounts) {
        this.closedAccounts = closedAccounts;
        this.members = members;
        this.former = former;
        this.roles = roles;
        this.bots = bots;
        this.audit = audit;
        this.organizations = organizations;
    }

    /**
     * What a form says, if the caller may give it.
     *
     * @param ticked the ids of the only bots to be seen; none for all
     */
    @Transactional(readOnly = true)
    public Place place(Caller caller, String role, List<@Nullable UUID> ticked) {
        var only = ticked.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        var chosen = role(role);
        if (!chosen.isWithin(caller)) {
            throw new BadInput("role", "organization.input.role-beyond");
        }
        var known = bots.list().stream().map(BotNames.Named::id).collect(Collectors.toSet());
        if (!known.containsAll(only)) {
            throw new BadInput("bots", "organization.input.bots");
        }
        if (only.isEmpty()) {
            return new Place(chosen, null);
        }
        if (chosen.isOwner()) {
            throw new BadInput("bots", "organization.input.owner-limited");
        }
        return new Place(chosen, only);
    }

    /** In force with the member's next request. */
    void change(Caller caller, Account.Id account, Place place) {
        var member = touchable(caller, account);
        if (member.role().isOwner() && !place.role().isOwner()) {
            keepAnOwner(member);
        }
        members.change(account, place.role(), place.bots());
        audit.record(OrganizationAction.MEMBER_CHANGED, account, change(member, place));
    }

    void remove(Caller caller, Account.Id account) {
        end(touchable(caller, account), OrganizationAction.MEMBER_REMOVED);
        former.add(account);
    }

    void leave(Account.Id account) {
        // Two owners who go at the same moment must not leave nobody behind.
        organizations.lock();
        end(members.find(account).orElseThrow(NotFound::new), OrganizationAction.MEMBER_LEFT);
    }

    private static Map<String, String> change(Member before, Place after) {
        var detail = new HashMap<String, String>();
        if (!before.role().equals(after.role())) {
            detail.put("role", before.role().key() + " → " + after.role().key());
        }
        if (!Objects.equals(before.bots(), after.bots())) {
            detail.put("bots", count(before.bots()) + " → " + count(after.bots()));
        }
        return detail;
    }

    private static String count(@Nullable Set<UUID> bots) {
        return bots == null ? "*" : String.valueOf(bots.size());
    }

    private void end(Member member, OrganizationAction action) {
        if (member.role().isOwner()) {
            keepAnOwner(member);
        }
        members.remove(member.accountId());
        audit.record(action, member.accountId());
    }

    private Member touchable(Caller caller, Account.Id account) {
        // Two owners who go at the same moment must not leave nobody behind.
        organizations.lock();
        var member = members.find(account).orElseThrow(NotFound::new);
        if (!member.role().isWithin(caller)) {
            throw new Forbidden();
        }
        return member;
    }

    private void keepAnOwner(Member going) {
        if (!isOwnedByOthers(going.accountId())) {
            throw new Conflict("organization.input.last-owner");
        }
    }

    /** Whether somebody else owns it, whose account is open. */
    @Transactional(readOnly = true)
    public boolean isOwnedByOthers(Account.Id account) {
        var others =
                members.list().stream()
                        .filter(member -> member.role().isOwner())
                        .map(Member::accountId)
                        .filter(owner -> !owner.equals(account))
                        .toList();
        return closedAccounts.among(others).size() < others.size();
    }

    private MemberRole role(String key) {
        for (var common : Role.values()) {
            if (common.name().equals(key)) {
                return MemberRole.of(common);
            }
        }
        return roles.list().stream()
                .filter(own -> own.id().toString().equals(key))
                .findFirst()
                .map(MemberRole::of)
                .orElseThrow(() -> new BadInput("role", "organization.input.role"));
    }
}
