package io.taros.search;

import io.taros.platform.security.OrganizationId;

/**
 * An index was opened that is {@link IndexHealth#INCOMPLETE}; whoever owns the passages should
 * rebuild it. Published once per opening, with no transaction open by search.
 */
public record IndexIncomplete(OrganizationId organization) {}
