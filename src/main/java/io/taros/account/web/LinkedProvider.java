package io.taros.account.web;

import org.jspecify.annotations.Nullable;

/**
 * A provider on the page of one's own account.
 *
 * @param label who one is there; absent where it is not linked
 */
public record LinkedProvider(String key, String name, @Nullable String label) {}
