package io.taros.account;

import org.springframework.stereotype.Component;

/** Whether an account can prove itself by something that is typed. */
@Component
class TypedProof {
    private final Accounts accounts;
    private final SecondFactors factors;

    TypedProof(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    boolean isTyped(Account.Id account) {
        return accounts.findPasswordHash(account).isPresent() || factors.isOn(account);
    }
}
