package io.taros.inbox;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.bot.Bot;
import io.taros.conversation.Actor;
import io.taros.handover.Attendance;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.security.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who there is to see to conversations. */
@Component
public class Colleagues implements Attendance {
    private final Members members;
    private final Accounts accounts;
    private final Presence presence;

    Colleagues(Members members, Accounts accounts, Presence presence) {
        this.members = members;
        this.accounts = accounts;
        this.presence = presence;
    }

    /** Those who see this bot's conversations and may reply in them, by name. */
    public List<Colleague> of(Bot.Id bot) {
        var able =
                members.list().stream()
                        .filter(member -> isAble(member, bot))
                        .map(Member::accountId)
                        .toList();
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
        return member.role().permissions().contains(Permission.CONVERSATION_REPLY)
                && member.sees(bot.value());
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
