package io.taros.platform.egress;

import io.taros.platform.security.OrganizationId;

/** What an organization lets leave is another from now on. */
public record EgressPolicyChanged(OrganizationId organization) {}
