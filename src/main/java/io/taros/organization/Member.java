package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import java.time.Instant;

/** An account in an organization. */
public record Member(
        OrganizationId organizationId, Account.Id accountId, Role role, Instant joinedAt) {}
