package io.taros.account;

import java.time.Instant;

/**
 * Somebody closed an account or an organization.
 *
 * @param closedAt since when it is not served
 * @param eraseAt when what it holds is erased, unless it is opened again before
 */
public record Closing(Instant closedAt, Instant eraseAt) {}
