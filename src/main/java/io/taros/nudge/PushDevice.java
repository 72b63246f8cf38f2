package io.taros.nudge;

import io.taros.account.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that a member is told in, whether a page of ours is open there or not.
 *
 * @param family browser and system
 * @param endpointHash as the browser itself can make it, in Base64 for addresses
 * @param arrivedAt when its service took something last
 * @param problem why the last attempt failed; none where it did not
 */
public record PushDevice(
        PushDevice.Id id,
        Account.Id accountId,
        String family,
        String endpointHash,
        Instant createdAt,
        @Nullable Instant arrivedAt,
        @Nullable String problem) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
