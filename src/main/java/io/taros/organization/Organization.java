package io.taros.organization;

import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A subscriber and everything that belongs to it.
 *
 * @param language ISO 639-1, the one its people work in
 */
public record Organization(
        OrganizationId organizationId,
        String name,
        String language,
        ZoneId timeZone,
        Instant createdAt) {}
