package io.taros.organization;

import io.taros.organization.web.RolesPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.Forbidden;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.NotFound;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings, roles: what each of them may do, and roles of one's own. */
@Controller
@RequestMapping("/settings/roles")
class RolesController {
    private static final String HERE = "/settings/roles";

    private final CustomRoles roles;

    RolesController(CustomRoles roles) {
        this.roles = roles;
    }

    @GetMapping
    @Requires(Permission.MEMBER_MANAGE)
    RolesPage page(Caller caller) {
        return page(caller, null, "", Set.of(), FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.MEMBER_MANAGE)
    View create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> permissions,
            Caller caller) {
        try {
            roles.add(within(caller, roles.nextId(), name, permissions));
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(caller, null, name, Set.copyOf(permissions), FormErrors.of(refused));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.MEMBER_MANAGE)
    RolesPage edit(@PathVariable UUID id, Caller caller) {
        var role = touchable(id, caller);
        return page(caller, id, role.name(), Set.copyOf(role.permissionNames()), FormErrors.NONE);
    }

    @PostMapping("/{id}")
    @Requires(Permission.MEMBER_MANAGE)
    View change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> permissions,
            Caller caller) {
        var role = touchable(id, caller);
        try {
            roles.change(within(caller, role.id(), name, permissions));
            return new Redirect(HERE);
        } catch (BadInput refused) {
            return page(caller, id, name, Set.copyOf(permissions), FormErrors.of(refused));
        }
    }

    @PostMapping("/{id}/deletion")
    @Requires(Permission.MEMBER_MANAGE)
    View delete(@PathVariable UUID id, Caller caller) {
        var role = touchable(id, caller);
        try {
            roles.delete(role.id());
            return new Redirect(HERE);
        } catch (Conflict refused) {
            return page(
                    caller,
                    id,
                    role.name(),
                    Set.copyOf(role.permissionNames()),
                    FormErrors.of(refused.in("form")));
        }
    }

    private CustomRole touchable(UUID id, Caller caller) {
        var role = roles.find(new CustomRole.Id(id)).orElseThrow(NotFound::new);
        if (!MemberRole.of(role).isWithin(caller)) {
            throw new Forbidden();
        }
        return role;
    }

    /** Nobody makes a role that may do what they may not. */
    private static CustomRole within(
            Caller caller, CustomRole.Id id, String name, List<String> permissions) {
        var role = new CustomRole(id, name, CustomRole.permissions(permissions));
        if (!MemberRole.of(role).isWithin(caller)) {
            throw new BadInput("permissions", "organization.input.role-beyond");
        }
        return role;
    }

    private RolesPage page(
            Caller caller,
            @Nullable UUID edited,
            String name,
            Set<String> chosen,
            FormErrors errors) {
        return new RolesPage(
                roles.list().stream()
                        .map(role ->
                                new RolesPage.Own(
                                        role.id().value(),
                                        role.name(),
                                        role.permissions(),
                                        MemberRole.of(role).isWithin(caller)))
                        .toList(),
                CustomRole.grantable().stream().filter(caller::may).toList(),
                new RolesPage.Draft(edited, name, chosen, errors));
    }
}
