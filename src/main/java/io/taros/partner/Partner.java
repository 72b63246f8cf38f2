package io.taros.partner;

import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization that may manage others.
 *
 * @param contact where its clients' people ask for help
 */
record Partner(OrganizationId organizationId, Instant certifiedAt, @Nullable String contact) {}
