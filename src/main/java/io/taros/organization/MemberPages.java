package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.web.MemberPage;
import io.taros.organization.web.MembersPage;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Role;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the pages about members show. */
@Component
class MemberPages {
    /** What an invitation form brought. */
    record Draft(String email, String role, List<@Nullable UUID> bots, FormErrors errors) {
        static final Draft EMPTY = new Draft("", Role.AGENT.name(), List.of(), FormErrors.NONE);
    }

    private final Members members;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Places places;
    private final Mails mails;
    private final InstantSource clock;

    MemberPages(
            Members members,
            Invitations invitations,
            Accounts accounts,
            Organizations organizations,
            Places places,
            Mails mails,
            InstantSource clock) {
        this.members = members;
        this.invitations = invitations;
        this.accounts = accounts;
        this.organizations = organizations;
        this.places = places;
        this.mails = mails;
        this.clock = clock;
    }

    MembersPage list(Caller caller, Draft draft, @Nullable String link) {
        var all = members.list();
        var known =
                accounts.findAll(all.stream().map(Member::accountId).toList()).stream()
                        .collect(Collectors.toMap(Account::id, Function.identity()));
        return new MembersPage(
                all.stream()
                        .filter(member -> known.containsKey(member.accountId()))
                        .map(member ->
                                row(
                                        member,
                                        Objects.requireNonNull(known.get(member.accountId())),
                                        caller))
                        .toList(),
                invitations.list().stream().map(this::invited).toList(),
                organizations.get().seats(),
                draft.email(),
                places.form(caller, draft.role(), draft.bots()),
                link,
                mails.isOn(),
                draft.errors());
    }

    private static MembersPage.Row row(Member member, Account account, Caller caller) {
        return new MembersPage.Row(
                account.id().value(),
                account.name(),
                account.email(),
                Places.option(member.role()),
                member.bots() == null ? null : member.bots().size(),
                member.joinedAt(),
                account.id().value().equals(caller.account()),
                member.role().isWithin(caller));
    }

    private MembersPage.Invited invited(Invitation open) {
        return new MembersPage.Invited(
                open.id().value(),
                open.email(),
                Places.option(open.role()),
                open.expiresAt(),
                open.isOver(clock.instant()));
    }

    MemberPage member(
            Caller caller,
            Member member,
            String role,
            List<@Nullable UUID> bots,
            FormErrors errors) {
        var account = accounts.find(member.accountId()).orElseThrow(NotFound::new);
        return new MemberPage(
                account.id().value(),
                account.name(),
                account.email(),
                places.form(caller, role, bots),
                errors);
    }
}
