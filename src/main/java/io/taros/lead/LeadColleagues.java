package io.taros.lead;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.bot.Bot;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.security.Permission;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who there is to see to leads. */
@Component
public class LeadColleagues {
    private final Members members;
    private final Accounts accounts;

    LeadColleagues(Members members, Accounts accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    /** By name. */
    public List<Account> list() {
        return accounts
                .findAll(
                        members.list().stream()
                                .filter(LeadColleagues::isAble)
                                .map(Member::accountId)
                                .toList())
                .stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** Those who see this bot's leads and may work on them, by name. */
    public List<Account> of(Bot.Id bot) {
        return list().stream().filter(account -> isColleague(account.id(), bot)).toList();
    }

    boolean isColleague(Account.Id account, Bot.Id bot) {
        return members.find(account)
                .filter(member -> isAble(member) && member.sees(bot.value()))
                .isPresent();
    }

    private static boolean isAble(Member member) {
        return member.role().permissions().contains(Permission.LEAD_MANAGE);
    }

    /** What they are called, where they still have an account. */
    public Function<Account.Id, String> names(Collection<Account.Id> wanted) {
        var names =
                accounts.findAll(wanted.stream().distinct().toList()).stream()
                        .collect(Collectors.toMap(Account::id, Account::name));
        return id -> names.getOrDefault(id, "…");
    }
}
