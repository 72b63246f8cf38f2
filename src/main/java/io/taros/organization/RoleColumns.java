package io.taros.organization;

import io.taros.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a role from {@code role}, or else from {@code custom_id}, {@code custom_name} and {@code
 * custom_permissions}, and the limit from {@code bots}.
 */
final class RoleColumns {
    private RoleColumns() {}

    static MemberRole read(ResultSet row) throws SQLException {
        var common = row.getString("role");
        return common == null ? MemberRole.of(custom(row)) : MemberRole.of(Role.valueOf(common));
    }

    static CustomRole custom(ResultSet row) throws SQLException {
        return new CustomRole(
                new CustomRole.Id(row.getObject("custom_id", UUID.class)),
                row.getString("custom_name"),
                CustomRole.permissions(
                        List.of((String[]) row.getArray("custom_permissions").getArray())));
    }

    static @Nullable Set<UUID> bots(ResultSet row) throws SQLException {
        var bots = row.getArray("bots");
        return bots == null ? null : Set.copyOf(Arrays.asList((UUID[]) bots.getArray()));
    }
}
