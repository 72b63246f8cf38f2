package io.taros.organization;

import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The roles the bound organization made itself. */
@Repository
class CustomRoles {
    /** More would be a list nobody can choose from. */
    static final int MOST = 50;

    private static final String SELECT =
            "select id as custom_id, name as custom_name, permissions as custom_permissions from"
                    + " custom_role where organization_id = :organization";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Audit audit;

    CustomRoles(JdbcClient jdbc, Ids ids, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<CustomRole> list() {
        return jdbc
                .sql(SELECT + " order by lower(name)")
                .param("organization", Tenancy.organization())
                .query((row, _) -> RoleColumns.custom(row))
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<CustomRole> find(CustomRole.Id id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("organization", Tenancy.organization())
                .param("id", id)
                .query((row, _) -> RoleColumns.custom(row))
                .optional();
    }

    CustomRole.Id nextId() {
        return new CustomRole.Id(ids.next());
    }

    @Transactional
    void add(CustomRole role) {
        if (list().size() >= MOST) {
            throw new BadInput("name", "organization.input.roles-full", MOST);
        }
        try {
            jdbc.sql(
                            """
                            insert into custom_role (organization_id, id, name, permissions, created_at)
                            values (:organization, :id, :name, :permissions, :now)
                            """)
                    .param("organization", Tenancy.organization())
                    .param("id", role.id())
                    .param("name", role.name())
                    .param("permissions", role.permissionNames())
                    .param("now", clock.instant())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new BadInput("name", "organization.input.role-taken");
        }
        audit.record(
                OrganizationAction.ROLE_CREATED,
                role.id(),
                Map.of("permissions", String.join(", ", role.permissionNames())));
    }

    /** Whoever has it may do other things from their next request on. */
    @Transactional
    void change(CustomRole role) {
        try {
            var changed =
                    jdbc.sql(
                                    """
                                    update custom_role set name = :name, permissions = :permissions
                                    where organization_id = :organization and id = :id
                                    """)
                            .param("name", role.name())
                            .param("permissions", role.permissionNames())
                            .param("organization", Tenancy.organization())
                            .param("id", role.id())
                            .update();
            if (changed == 0) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException _) {
            throw new BadInput("name", "organization.input.role-taken");
        }
        audit.record(
                OrganizationAction.ROLE_CHANGED,
                role.id(),
                Map.of("permissions", String.join(", ", role.permissionNames())));
    }

    @Transactional
    void delete(CustomRole.Id id) {
        try {
            var deleted =
                    jdbc.sql(
                                    "delete from custom_role where organization_id = :organization"
                                            + " and id = :id")
                            .param("organization", Tenancy.organization())
                            .param("id", id)
                            .update();
            if (deleted == 0) {
                throw new NotFound();
            }
        } catch (DataIntegrityViolationException _) {
            throw new Conflict("organization.input.role-used");
        }
        audit.record(OrganizationAction.ROLE_DELETED, id);
    }
}
