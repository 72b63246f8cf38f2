package io.taros.account;

import io.taros.platform.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who knew an account tried to sign in to it, and failed. Published outside any
 * transaction.
 *
 * @param asked the request, where it was answered before this was published
 */
public record SignInRefused(Account.Id account, Audit.@Nullable Asked asked) {}
