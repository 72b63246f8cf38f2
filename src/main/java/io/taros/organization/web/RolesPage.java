package io.taros.organization.web;

import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings, roles: the table of who may do what, and the form for a role of one's own.
 *
 * @param grantable what the reader may put into a role
 */
public record RolesPage(List<Own> own, List<Permission> grantable, Draft draft) implements View {
    public record Own(UUID id, String name, Set<Permission> permissions, boolean isTouchable) {
        public Own {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * @param edited the role that is changed; absent for a new one
     * @param chosen names of permissions
     */
    public record Draft(@Nullable UUID edited, String name, Set<String> chosen, FormErrors errors) {
        public Draft {
            chosen = Set.copyOf(chosen);
        }
    }

    public RolesPage {
        own = List.copyOf(own);
        grantable = List.copyOf(grantable);
    }

    public List<Role> common() {
        return List.of(Role.values());
    }

    /** All but what everybody has. */
    public List<Permission> permissions() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.ACCOUNT && !permission.isStaff())
                .toList();
    }

    @Override
    public String template() {
        return "organization/roles";
    }

    @Override
    public HttpStatus status() {
        return draft.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
