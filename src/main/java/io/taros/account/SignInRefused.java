package io.taros.account;

/**
 * Somebody had the e-mail of an account, or named one of its passkeys, and could not prove it.
 * Published outside any transaction.
 */
public record SignInRefused(Account.Id account) {}
