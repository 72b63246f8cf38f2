package io.taros.platform.security;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whoever a request speaks for, as a member, an API key or a visitor. Re-read from the database on
 * every request, so that a permission taken away is gone with the next one. Controllers may take it
 * as an argument.
 *
 * @param organization absent only for an account that is a member nowhere
 * @param account the signed-in account, absent for keys and visitors
 * @param apiKey the API key, absent for members and visitors
 * @param bots the only bots there are for this caller; absent for whoever is not limited to some
 * @param guest absent for whoever is no guest
 */
public record Caller(
        @Nullable OrganizationId organization,
        @Nullable UUID account,
        @Nullable UUID apiKey,
        Set<Permission> permissions,
        @Nullable Set<UUID> bots,
        @Nullable Guest guest) {

    /** Who works in an organization without being a member of it. */
    public enum Guest {
        PARTNER,
        STAFF
    }

    public Caller {
        permissions = Set.copyOf(permissions);
        bots = bots == null ? null : Set.copyOf(bots);
    }

    public static Caller member(
            @Nullable OrganizationId organization, UUID account, Set<Permission> permissions) {
        return new Caller(organization, account, null, permissions, null, null);
    }

    /** The same, seeing these bots and what is theirs, and nothing beyond. */
    public Caller limitedTo(Set<UUID> some) {
        return new Caller(
                organization,
                account,
                apiKey,
                permissions.stream()
                        .filter(permission -> !permission.isWhole())
                        .collect(Collectors.toUnmodifiableSet()),
                some,
                guest);
    }

    public Caller asGuest(Guest kind) {
        return new Caller(organization, account, apiKey, permissions, bots, kind);
    }

    public static Caller apiKey(
            OrganizationId organization, UUID key, Set<Permission> permissions) {
        return new Caller(organization, null, key, permissions, null, null);
    }

    /** Somebody who holds a bot's public key and nothing else. */
    public static Caller visitor(OrganizationId organization) {
        return new Caller(organization, null, null, Set.of(), null, null);
    }

    public boolean isVisitor() {
        return account == null && apiKey == null;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
