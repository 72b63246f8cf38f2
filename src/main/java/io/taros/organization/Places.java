package io.taros.organization;

import io.taros.organization.web.PlaceForm;
import io.taros.organization.web.RoleOption;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares what a form offers of roles and bots. */
@Component
class Places {
    private final CustomRoles roles;
    private final BotNames bots;

    Places(CustomRoles roles, BotNames bots) {
        this.roles = roles;
        this.bots = bots;
    }

    PlaceForm form(Caller caller, String chosen, List<@Nullable UUID> only) {
        var offered = new ArrayList<RoleOption>();
        for (var common : Role.values()) {
            if (MemberRole.of(common).isWithin(caller)) {
                offered.add(option(MemberRole.of(common)));
            }
        }
        for (var own : roles.list()) {
            if (MemberRole.of(own).isWithin(caller)) {
                offered.add(option(MemberRole.of(own)));
            }
        }
        return new PlaceForm(
                offered,
                chosen,
                bots.list(),
                only.stream()
                        .filter(Objects::nonNull)
                        .map(UUID::toString)
                        .collect(Collectors.toSet()));
    }

    PlaceForm form(Caller caller, MemberRole role, @Nullable Set<UUID> only) {
        return form(caller, role.key(), only == null ? List.of() : List.copyOf(only));
    }

    static RoleOption option(MemberRole role) {
        return new RoleOption(role.key(), role.own() == null ? null : role.own().name());
    }
}
