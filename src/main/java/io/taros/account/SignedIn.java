package io.taros.account;

/** An account proved itself. Published outside any transaction. */
public record SignedIn(Account.Id account, Way way) {}
