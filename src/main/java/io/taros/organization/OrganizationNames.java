package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.platform.security.Caller;
import io.taros.platform.web.ShellNames;
import org.springframework.stereotype.Component;

/** The two names in the frame of every page. */
@Component
class OrganizationNames implements ShellNames {
    private final Accounts accounts;
    private final Organizations organizations;

    OrganizationNames(Accounts accounts, Organizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @Override
    public Names of(Caller caller) {
        var id = caller.account();
        return new Names(
                id == null
                        ? null
                        : accounts.find(new Account.Id(id)).map(Account::name).orElse(null),
                organizations.find().map(Organization::name).orElse(null));
    }
}
