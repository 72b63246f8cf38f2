package io.taros.organization;

import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member is: one of the roles there are everywhere, or one the organization made itself.
 * Exactly one of the two is there.
 */
public record MemberRole(@Nullable Role common, @Nullable CustomRole own) {
    public MemberRole {
        if ((common == null) == (own == null)) {
            throw new IllegalArgumentException("A member has one role");
        }
    }

    public static MemberRole of(Role role) {
        return new MemberRole(role, null);
    }

    static MemberRole of(CustomRole role) {
        return new MemberRole(null, role);
    }

    public Set<Permission> permissions() {
        if (common != null) {
            return common.permissions();
        }
        var all = EnumSet.of(Permission.ACCOUNT);
        if (own != null) {
            all.addAll(own.permissions());
        }
        return all;
    }

    public boolean isOwner() {
        return common == Role.OWNER;
    }

    /** How a form names it. */
    public String key() {
        return common != null ? common.name() : own == null ? "" : own.id().toString();
    }

    CustomRole.@Nullable Id ownId() {
        return own == null ? null : own.id();
    }

    /** Nobody gives, or takes from somebody, what they do not have themselves. */
    boolean isWithin(Caller caller) {
        return caller.permissions().containsAll(permissions());
    }
}
