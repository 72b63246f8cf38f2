package io.taros.account.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One on the security page.
 *
 * @param isSynced whether a password manager keeps it, rather than one device alone
 */
public record PasskeyRow(
        UUID id, String name, boolean isSynced, Instant made, @Nullable Instant lastUsed) {}
