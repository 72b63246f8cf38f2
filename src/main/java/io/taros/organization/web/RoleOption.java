package io.taros.organization.web;

import org.jspecify.annotations.Nullable;

/**
 * A role to choose.
 *
 * @param name of an organization's own role; the others have a text {@code organization.role.KEY}
 */
public record RoleOption(String key, @Nullable String name) {}
