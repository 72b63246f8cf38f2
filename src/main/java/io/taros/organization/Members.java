package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which organization. */
@Repository
public class Members {
    private static final String SELECT =
            """
            select m.organization_id, m.account_id, m.role, m.bots, m.joined_at,
                r.id as custom_id, r.name as custom_name, r.permissions as custom_permissions
            from member m left join custom_role r on r.organization_id = m.organization_id and r.id = m.custom_role_id
            """;

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
                        SELECT
                                + " where m.organization_id = :organization order by m.joined_at, m.account_id")
                .param("organization", Tenancy.organization())
                .query(Members::read)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(Account.Id account) {
        return jdbc.sql(
                        SELECT
                                + " where m.organization_id = :organization and m.account_id = :account")
                .param("organization", Tenancy.organization())
                .param("account", account)
                .query(Members::read)
                .optional();
    }

    @Transactional
    public void add(Account.Id account, Role role) {
        add(account, MemberRole.of(role), null);
    }

    /** Nothing happens to somebody who is a member already. */
    @Transactional
    boolean add(Account.Id account, MemberRole role, @Nullable Set<UUID> bots) {
        return jdbc.sql(
                                """
                                insert into member (organization_id, account_id, role, custom_role_id, bots, joined_at)
                                values (:organization, :account, :role, :custom, :bots, :now)
                                on conflict (organization_id, account_id) do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("account", account)
                        .param("role", role.common())
                        .param("custom", role.ownId())
                        .param("bots", bots)
                        .param("now", clock.instant())
                        .update()
                > 0;
    }

    /** All memberships of the bound account, the oldest first: the one policy that looks across. */
    @Transactional(readOnly = true)
    public List<Member> ofAccount(Account.Id account) {
        return jdbc
                .sql(
                        SELECT
                                + " where m.account_id = :account order by m.joined_at, m.organization_id")
                .param("account", account)
                .query(Members::read)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional
    void change(Account.Id account, MemberRole role, @Nullable Set<UUID> bots) {
        jdbc.sql(
                        """
                        update member set role = :role, custom_role_id = :custom, bots = :bots
                        where organization_id = :organization and account_id = :account
                        """)
                .param("organization", Tenancy.organization())
                .param("account", account)
                .param("role", role.common())
                .param("custom", role.ownId())
                .param("bots", bots)
                .update();
    }

    @Transactional
    boolean remove(Account.Id account) {
        return jdbc.sql(
                                "delete from member where organization_id = :organization and account_id ="
                                        + " :account")
                        .param("organization", Tenancy.organization())
                        .param("account", account)
                        .update()
                > 0;
    }

    private static Member read(ResultSet row, int number) throws SQLException {
        return new Member(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new Account.Id(row.getObject("account_id", UUID.class)),
                RoleColumns.read(row),
                RoleColumns.bots(row),
                row.getObject("joined_at", OffsetDateTime.class).toInstant());
    }
}
