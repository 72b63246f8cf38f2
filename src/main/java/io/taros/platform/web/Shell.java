package io.taros.platform.web;

import io.taros.platform.security.Permission;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page knows: who is signed in, in which language, and what a form or
 * script needs to be accepted.
 *
 * @param path the requested path, to mark the open door
 * @param nonce for the content security policy
 */
public record Shell(
        Texts texts,
        Locale locale,
        String path,
        String nonce,
        @Nullable String csrfToken,
        @Nullable String accountName,
        @Nullable String organizationName,
        Set<Permission> permissions) {

    public Shell {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
