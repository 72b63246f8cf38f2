package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where an account is a member, seen from the account. */
@Component
public class Memberships {
    private final Members members;
    private final Organizations organizations;
    private final Standing standing;
    private final Team team;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Memberships(
            Members members,
            Organizations organizations,
            Standing standing,
            Team team,
            Audit audit,
            TransactionTemplate transactions) {
        this.members = members;
        this.organizations = organizations;
        this.standing = standing;
        this.team = team;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The names of those that would be without an owner; one that is closed needs none. */
    public List<String> ownedAlone(Account.Id account) {
        return of(account).stream()
                .filter(member -> member.role().isOwner())
                .map(Member::organizationId)
                .map(organization ->
                        Tenancy.callAs(
                                organization,
                                () ->
                                        standing.closing().isPresent()
                                                        || team.isOwnedByOthers(account)
                                                ? ""
                                                : organizations.get().name()))
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }

    /** Whoever is not there any more is a member nowhere. */
    public void endAll(Account.Id account) {
        for (var member : of(account)) {
            end(member.organizationId(), account);
        }
    }

    /** In the bound organization, unless it is its owner or was a member before. */
    public void endSince(Account.Id account, Instant since) {
        transactions.executeWithoutResult(status ->
                members.find(account)
                        .filter(member -> !member.role().isOwner())
                        .filter(member -> !member.joinedAt().isBefore(since))
                        .ifPresent(member -> remove(account)));
    }

    private void remove(Account.Id account) {
        if (members.remove(account)) {
            audit.record(OrganizationAction.MEMBER_LEFT, account);
        }
    }

    private void end(OrganizationId organization, Account.Id account) {
        Tenancy.runAs(
                organization, () -> transactions.executeWithoutResult(status -> remove(account)));
    }

    private List<Member> of(Account.Id account) {
        return Tenancy.callAs(null, account.value(), () -> members.ofAccount(account));
    }
}
