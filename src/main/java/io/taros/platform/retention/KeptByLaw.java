package io.taros.platform.retention;

import io.taros.platform.security.OrganizationId;
import java.util.Set;
import java.util.UUID;

/**
 * Brought by modules: rows that outlast whom they are about, because a law says how long they are
 * kept. When that one is erased they lose what the law does not ask for, and what leads back.
 */
public interface KeptByLaw {
    /** As receipts call them. */
    Set<String> tables();

    /** Of what is about to be erased; may come again. Afterwards nothing of it is its own. */
    void partFromOrganization(OrganizationId gone);

    /** The same of an account, in whatever organization. */
    void partFromAccount(UUID gone);
}
