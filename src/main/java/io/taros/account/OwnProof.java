package io.taros.account;

import org.springframework.stereotype.Component;

/** Whether an account can prove itself without anybody else's word. */
@Component
class OwnProof {
    private final Accounts accounts;
    private final SecondFactors factors;

    OwnProof(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    boolean isThere(Account.Id account) {
        return accounts.findPasswordHash(account).isPresent() || factors.isOn(account);
    }
}
