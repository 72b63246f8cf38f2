package io.taros.account;

/**
 * Somebody had the e-mail of an account and not its password. Published outside any transaction.
 */
public record SignInRefused(Account.Id account) {}
