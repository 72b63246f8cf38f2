package io.taros.privacy;

import io.taros.account.Account;
import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An account goes wherever it is a member. */
@Component
class ErasedAccounts implements Eraser {
    static final String KIND = "account";

    private final AccountErasure accounts;

    ErasedAccounts(AccountErasure accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return accounts.again(new Account.Id(id));
    }
}
