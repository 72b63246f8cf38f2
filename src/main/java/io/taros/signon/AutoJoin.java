package io.taros.signon;

import io.taros.platform.audit.Audit;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people with an address of the bound organization's domains may be without an invitation.
 * Nothing, until somebody says so.
 */
@Repository
@Transactional
class AutoJoin {
    /** None that reaches beyond the work with bots: nobody has looked at who comes. */
    static final List<Role> ROLES =
            Arrays.stream(Role.values())
                    .filter(role -> role.permissions().stream().noneMatch(Permission::isWhole))
                    .toList();

    private final JdbcClient jdbc;
    private final Audit audit;

    AutoJoin(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Role> find() {
        return jdbc.sql("select role from domain_joining where organization_id = :organization")
                .param("organization", Tenancy.organization())
                .query(Role.class)
                .optional();
    }

    void set(Optional<Role> role) {
        var before = find();
        if (before.equals(role)) {
            return;
        }
        if (role.isEmpty()) {
            jdbc.sql("delete from domain_joining where organization_id = :organization")
                    .param("organization", Tenancy.organization())
                    .update();
        } else {
            jdbc.sql(
                            """
                            insert into domain_joining (organization_id, role) values (:organization, :role)
                            on conflict (organization_id) do update set role = excluded.role
                            """)
                    .param("organization", Tenancy.organization())
                    .param("role", role.get())
                    .update();
        }
        audit.record(
                SignOnAction.JOINING_CHANGED,
                null,
                Map.of("role", name(before) + " → " + name(role)));
    }

    private static String name(Optional<Role> role) {
        return role.map(Role::name).orElse("–");
    }
}
