package io.taros.golden;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told when something drifted: members who may change the golden questions and want to know.
 * Owners do unless they said otherwise, others once they said so.
 */
@Repository
@Transactional
public class Notices {
    private record Wish(Account.Id account, boolean isWanted) {}

    private final JdbcClient jdbc;
    private final Members members;

    Notices(JdbcClient jdbc, Members members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    @Transactional(readOnly = true)
    public boolean isToldTo(Account.Id account, Bot.Id bot) {
        return readers(bot).contains(account);
    }

    @Transactional(readOnly = true)
    public List<Account.Id> readers(Bot.Id bot) {
        var wishes = wishes();
        return members.list().stream()
                .filter(member -> member.role().permissions().contains(Permission.GOLDEN_WRITE))
                .filter(member -> member.sees(bot.value()))
                .filter(member -> isWanted(member, wishes))
                .map(Member::accountId)
                .toList();
    }

    public void set(Account.Id account, boolean isWanted) {
        jdbc.sql(
                        """
                        insert into golden_notice (organization_id, account_id, is_wanted)
                        values (:organization, :account, :wanted)
                        on conflict (organization_id, account_id) do update set is_wanted = :wanted
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .param("wanted", isWanted)
                .update();
    }

    private static boolean isWanted(Member member, Map<Account.Id, Boolean> wishes) {
        return wishes.getOrDefault(member.accountId(), member.role().isOwner());
    }

    private Map<Account.Id, Boolean> wishes() {
        return jdbc
                .sql("select account_id, is_wanted from golden_notice")
                .query((row, _) ->
                        new Wish(
                                new Account.Id(row.getObject("account_id", UUID.class)),
                                row.getBoolean("is_wanted")))
                .stream()
                .map(Objects::requireNonNull)
                .collect(Collectors.toMap(Wish::account, Wish::isWanted));
    }
}
