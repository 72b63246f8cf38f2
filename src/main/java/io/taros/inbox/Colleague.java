package io.taros.inbox;

import io.taros.account.Account;

/**
 * A member who may write to visitors.
 *
 * @param name in full, for the others
 */
public record Colleague(Account.Id id, String name, boolean isPresent) {}
