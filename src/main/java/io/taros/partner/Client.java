package io.taros.partner;

import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization that is managed by another.
 *
 * @param refusedAt since when the partner's people may not work in it; absent while they may
 */
record Client(
        OrganizationId organizationId,
        OrganizationId partnerId,
        Instant since,
        @Nullable Instant refusedAt) {
    boolean refuses() {
        return refusedAt != null;
    }
}
