package io.taros.privacy;

import io.taros.account.Account;
import io.taros.account.ClosedAccounts;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ClosedAccountsRule extends ClosedRule<Account.Id> {
    private final ClosedAccounts closed;
    private final AccountErasure erasure;

    ClosedAccountsRule(ClosedAccounts closed, AccountErasure erasure) {
        super("account");
        this.closed = closed;
        this.erasure = erasure;
    }

    @Override
    List<Account.Id> due(Instant before, int most) {
        return closed.due(before, most);
    }

    @Override
    void erase(Account.Id due) {
        erasure.run(due);
    }
}
