package io.taros.platform.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever a request speaks for, as a member, an API key or a visitor. Re-read from the database on
 * every request, so that a permission taken away is gone with the next one. Controllers may take it
 * as an argument.
 *
 * @param organization absent only for an account that is a member nowhere
 * @param account the signed-in account, absent for keys and visitors
 * @param apiKey the API key, absent for members and visitors
 */
public record Caller(
        @Nullable OrganizationId organization,
        @Nullable UUID account,
        @Nullable UUID apiKey,
        Set<Permission> permissions) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public static Caller member(
            @Nullable OrganizationId organization, UUID account, Set<Permission> permissions) {
        return new Caller(organization, account, null, permissions);
    }

    public static Caller apiKey(
            OrganizationId organization, UUID key, Set<Permission> permissions) {
        return new Caller(organization, null, key, permissions);
    }

    /** Somebody who holds a bot's public key and nothing else. */
    public static Caller visitor(OrganizationId organization) {
        return new Caller(organization, null, null, Set.of());
    }

    public boolean isVisitor() {
        return account == null && apiKey == null;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
