package io.taros.organization;

import io.taros.account.Account;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens an organization, with its owner if it has one from the start. */
@Component
public class OpenOrganization {
    private final Organizations organizations;
    private final Members members;
    private final Audit audit;
    private final TransactionTemplate transactions;

    OpenOrganization(
            Organizations organizations,
            Members members,
            Audit audit,
            TransactionTemplate transactions) {
        this.organizations = organizations;
        this.members = members;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Nobody is bound to an organization that does not exist yet, so it is bound here. */
    public OrganizationId open(NewOrganization organization, Account.@Nullable Id owner) {
        var id = organizations.nextId();
        Tenancy.callAs(
                id,
                owner == null ? null : owner.value(),
                () -> {
                    transactions.executeWithoutResult(status -> openBound(organization, owner));
                    return id;
                });
        return id;
    }

    /** The same inside a transaction that is bound to the new id already. */
    public void openBound(NewOrganization organization, Account.@Nullable Id owner) {
        organizations.add(organization);
        audit.record(OrganizationAction.ORGANIZATION_OPENED, Tenancy.organization());
        if (owner != null) {
            members.add(owner, Role.OWNER);
            audit.record(OrganizationAction.MEMBER_ADDED, owner);
        }
    }
}
