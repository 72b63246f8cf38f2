package io.taros.account;

/** Brought by modules: what they hold about whoever has an account, beside what an account is. */
public interface AccountRecords {
    /** For whoever it belongs to. */
    OwnRecords.Part of(Account account);

    /** For good; the account goes with it. May come again. */
    void erase(Account account);
}
