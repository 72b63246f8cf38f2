package io.taros.organization;

import io.taros.platform.security.Permission;
import io.taros.platform.web.BadInput;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A role an organization made itself. Whoever has it has {@link Permission#ACCOUNT}, too. */
public record CustomRole(Id id, String name, Set<Permission> permissions) {
    private static final int MAX_NAME = 60;

    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public CustomRole {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new BadInput("name", "organization.input.role-name", MAX_NAME);
        }
        if (permissions.isEmpty()) {
            throw new BadInput("permissions", "organization.input.no-permission");
        }
        if (!permissions.stream().allMatch(Permission::isGrantable)) {
            throw new BadInput("permissions", "organization.input.permission");
        }
        permissions = Set.copyOf(permissions);
    }

    /** By the names of permissions, as a form sends them. */
    static Set<Permission> permissions(List<String> names) {
        var all = EnumSet.noneOf(Permission.class);
        for (var name : names) {
            all.add(
                    Arrays.stream(Permission.values())
                            .filter(permission -> permission.name().equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new BadInput("permissions", "organization.input.permission")));
        }
        return all;
    }

    /** What a form can tick, in the order of the list. */
    static List<Permission> grantable() {
        return Arrays.stream(Permission.values()).filter(Permission::isGrantable).toList();
    }

    List<String> permissionNames() {
        return permissions.stream().map(Enum::name).sorted().collect(Collectors.toList());
    }
}
