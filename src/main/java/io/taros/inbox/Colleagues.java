package io.taros.inbox;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.bot.Bot;
import io.taros.conversation.Actor;
import io.taros.conversation.Conversation;
import io.taros.handover.Attendance;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.security.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who there is to see to conversations. */
@Component
public class Colleagues implements Attendance {
    private final Members members;
    private final Accounts accounts;
    private final Presence presence;
    private final Teams teams;

    Colleagues(Members members, Accounts accounts, Presence presence, Teams teams) {
        this.teams = teams;
        this.members = members;
        this.accounts = accounts;
        this.presence = presence;
    }

    /** Those who see this bot's conversations and may reply in them, by name. */
    public List<Colleague> of(Bot.Id bot) {
        return list(member -> isAble(member, bot));
    }

    /** Those who may reply in any conversation, by name. */
    public List<Colleague> list() {
        return list(Colleagues::mayReply);
    }

    /**
     * Those to whom a conversation is left: of its team those who may reply in it, or everybody who
     * may where there is no team, or nobody of it can.
     */
    public List<Colleague> meant(Conversation conversation) {
        var able = of(conversation.botId());
        var team =
                Optional.ofNullable(conversation.team())
                        .flatMap(teams::find)
                        .map(Team::members)
                        .orElse(List.of());
        var ofTeam = able.stream().filter(one -> team.contains(one.id())).toList();
        return ofTeam.isEmpty() ? able : ofTeam;
    }

    public boolean isMeant(Account.Id account, Conversation conversation) {
        return meant(conversation).stream().anyMatch(one -> one.id().equals(account));
    }

    private List<Colleague> list(Predicate<Member> isOne) {
        var able = members.list().stream().filter(isOne).map(Member::accountId).toList();
        var present = Set.copyOf(presence.list());
        return accounts.findAll(able).stream()
                .map(account ->
                        new Colleague(account.id(), account.name(), present.contains(account.id())))
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    @Override
    public boolean isAnybodyThere(Bot.Id bot) {
        return presence.list().stream().anyMatch(account -> isColleague(account, bot));
    }

    public boolean isColleague(Account.Id account, Bot.Id bot) {
        return members.find(account).filter(member -> isAble(member, bot)).isPresent();
    }

    private static boolean isAble(Member member, Bot.Id bot) {
        return mayReply(member) && member.sees(bot.value());
    }

    private static boolean mayReply(Member member) {
        return member.role().permissions().contains(Permission.CONVERSATION_REPLY);
    }

    /** Whoever writes, under the name that visitors are told: the first of their names. */
    public Actor.Person writer(Account.Id account) {
        return new Actor.Person(
                account,
                accounts.find(account).map(Account::name).map(Colleagues::first).orElse("…"));
    }

    private static String first(String name) {
        return name.strip().split("\\s+", 2)[0];
    }

    /** What they are called in full, where they still have an account. */
    public Function<Account.Id, String> names(List<Account.Id> wanted) {
        var names =
                accounts.findAll(wanted).stream()
                        .collect(Collectors.toMap(Account::id, Account::name));
        return id -> names.getOrDefault(id, "…");
    }
}
