package io.taros.home;

import io.taros.account.Accounts;
import io.taros.site.Ownership;
import org.springframework.stereotype.Component;

@Component
class AccountOwnership implements Ownership {
    private final Accounts accounts;

    AccountOwnership(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean isOwned() {
        return accounts.areThereAny();
    }
}
