package io.taros.account;

import io.taros.account.SingleSignOn.Only;
import org.jspecify.annotations.Nullable;

/**
 * An account proved itself. Published outside any transaction.
 *
 * @param passedBy the provider it should have come by; absent as a rule
 */
public record SignedIn(Account.Id account, Way way, @Nullable Only passedBy) {}
