package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.security.OrganizationId;
import java.util.List;

/** Brought by the module that knows domains: where somebody may go in because of their address. */
public interface OpenDoors {
    record Door(OrganizationId organization, String name) {}

    /** Those of organizations the account is no member of; called with nothing bound. */
    List<Door> of(Account.Id account);
}
