package io.taros.nudge;

import io.taros.account.Account;
import io.taros.platform.security.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the members of the bound organization want to be told. */
@Repository
@Transactional
public class WishList {
    private final JdbcClient jdbc;

    WishList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Wishes get(Account.Id member) {
        return jdbc.sql(
                        """
                        select assigned, mentioned, waiting, replied, digest, quiet_from, quiet_until, pushed
                        from nudge_wish where account_id = :member
                        """)
                .param("member", member)
                .query(WishList::read)
                .optional()
                .orElse(Wishes.USUAL);
    }

    private static Wishes read(ResultSet row, int number) throws SQLException {
        return new Wishes(
                Wishes.Way.valueOf(row.getString("assigned")),
                Wishes.Way.valueOf(row.getString("mentioned")),
                Wishes.Way.valueOf(row.getString("waiting")),
                Wishes.Way.valueOf(row.getString("replied")),
                Wishes.Pace.valueOf(row.getString("digest")),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class),
                Arrays.stream((String[]) row.getArray("pushed").getArray())
                        .map(Occasion::valueOf)
                        .collect(Collectors.toSet()));
    }

    /** Nothing happens to whoever is no member. */
    public void set(Account.Id member, Wishes wishes) {
        jdbc.sql(
                        """
                        insert into nudge_wish (organization_id, account_id, assigned, mentioned, waiting, replied, digest, quiet_from, quiet_until, pushed)
                        select organization_id, account_id, :assigned, :mentioned, :waiting, :replied, :digest, :from::time, :until::time, :pushed::text[]
                        from member where organization_id = :organization and account_id = :member
                        on conflict (organization_id, account_id) do update
                          set assigned = excluded.assigned, mentioned = excluded.mentioned, waiting = excluded.waiting, replied = excluded.replied,
                              digest = excluded.digest, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                              pushed = excluded.pushed
                        """)
                .param("organization", Tenancy.organization())
                .param("member", member)
                .param("assigned", wishes.assigned())
                .param("mentioned", wishes.mentioned())
                .param("waiting", wishes.waiting())
                .param("replied", wishes.replied())
                .param("digest", wishes.digest())
                .param("from", wishes.quietFrom())
                .param("until", wishes.quietUntil())
                .param("pushed", wishes.pushed().stream().map(Enum::name).toList())
                .update();
    }

    /**
     * Of those two that nobody is told of without asking for it, which whoever wants to be told in
     * a browser does.
     */
    @Transactional(readOnly = true)
    public List<Account.Id> wanting(Occasion occasion) {
        return jdbc.sql(
                        """
                        select account_id from nudge_wish
                        where case :occasion when 'WAITING' then waiting when 'REPLIED' then replied end <> 'NEVER'
                        union
                        select device.account_id from push_device device
                        left join nudge_wish wish on wish.organization_id = device.organization_id and wish.account_id = device.account_id
                        where wish.account_id is null or :occasion = any(wish.pushed)
                        order by 1
                        """)
                .param("occasion", occasion)
                .query((row, number) -> new Account.Id(row.getObject(1, UUID.class)))
                .list();
    }
}
