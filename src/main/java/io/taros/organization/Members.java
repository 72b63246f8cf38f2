package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which organization. */
@Repository
public class Members {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Members(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The members of the bound organization. */
    @Transactional(readOnly = true)
    public List<Member> list() {
        return jdbc
                .sql(
                        """
                        select organization_id, account_id, role, joined_at from member
                        where organization_id = :organization order by joined_at, account_id
                        """)
                .param("organization", Tenancy.organization())
                .query(Member.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional
    public void add(Account.Id account, Role role) {
        jdbc.sql(
                        """
                        insert into member (organization_id, account_id, role, joined_at)
                        values (:organization, :account, :role, :now)
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .param("role", role)
                .param("now", clock.instant())
                .update();
    }

    /** All memberships of the bound account, the oldest first: the one policy that looks across. */
    @Transactional(readOnly = true)
    List<Member> ofAccount(Account.Id account) {
        return jdbc
                .sql(
                        """
                        select organization_id, account_id, role, joined_at from member
                        where account_id = :account order by joined_at, organization_id
                        """)
                .param("account", account)
                .query(Member.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional
    void replaceRole(OrganizationId organization, Account.Id account, Role role) {
        jdbc.sql(
                        """
                        update member set role = :role
                        where organization_id = :organization and account_id = :account
                        """)
                .param("organization", organization)
                .param("account", account)
                .param("role", role)
                .update();
    }
}
