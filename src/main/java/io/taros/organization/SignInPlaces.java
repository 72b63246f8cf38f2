package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import java.util.List;

/**
 * Brought by each module that keeps an audit log for accounts that are no members: what happens to
 * such an account's ways in is written there, too.
 */
public interface SignInPlaces {
    /** Called with no organization bound. */
    List<OrganizationId> of(Account.Id account);
}
