package io.taros.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of an account's.
 *
 * @param syncable whether its maker may copy it to other devices; never changes
 * @param synced whether that has happened
 */
record Passkey(
        UUID id,
        Account.Id accountId,
        byte[] credentialId,
        byte[] publicKey,
        long counter,
        boolean syncable,
        boolean synced,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
