package io.taros.staff;

import io.taros.account.Account;
import io.taros.platform.security.StaffRole;
import java.time.Instant;

/** An account among those who run the installation. */
record StaffMember(Account.Id accountId, StaffRole role, Instant addedAt) {}
