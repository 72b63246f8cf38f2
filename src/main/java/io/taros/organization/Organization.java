package io.taros.organization;

import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber and everything that belongs to it.
 *
 * @param language ISO 639-1, the one its people work in
 * @param seats how many members and open invitations there may be; any number if absent
 */
public record Organization(
        OrganizationId organizationId,
        String name,
        String language,
        ZoneId timeZone,
        @Nullable Integer seats,
        Instant createdAt) {}
