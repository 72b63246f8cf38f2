package io.taros.account;

import io.taros.platform.identity.Identity;
import io.taros.platform.identity.IdentityProvider;
import java.time.Instant;
import java.util.Optional;

/**
 * Brought by the module that lets organizations sign their people in by a provider of their own.
 * Called with nothing bound and no transaction open.
 */
public interface SingleSignOn {
    /**
     * @param name the organization's
     * @param isOn whether people are let in by it; until then it can be tried, and no more
     */
    record Own(IdentityProvider provider, String name, boolean isOn) {}

    /** Whom somebody from there is here. */
    sealed interface Person {
        /**
         * @param isNewWay whether this identity opens the account for the first time
         */
        record Known(Account.Id account, boolean isNewWay) implements Person {}

        /** Gets an account once they agreed to what is asked of everybody. */
        record Unknown() implements Person {}

        record Refused(Reason reason) implements Person {}
    }

    /** Why somebody whom the provider knows is not let in. */
    enum Reason {
        /** There is no such provider, or it is not switched on. */
        OFF,
        /** The provider names no address, or one of a domain that is not the organization's. */
        FOREIGN_ADDRESS,
        /**
         * The record of its domain is gone, and who was no member before is not taken over by it.
         */
        DOMAIN_GONE,
        /** The account that belongs to them has moved to an address outside. */
        FOREIGN_ACCOUNT,
        /** Somebody else signed in to this account from there. */
        SOMEBODY_ELSE,
        /** The account was made with an address that nobody has proven. */
        UNPROVEN_ACCOUNT,
        NO_MEMBER,
        NO_SEAT
    }

    /** That an account is signed in to by one provider and no other way. */
    record Only(String key, String name) {}

    /** Whether somebody who came some way may be let in. */
    sealed interface Hold {
        /** Nobody objects. */
        record Free() implements Hold {}

        /** They have to come by another way. */
        record Elsewhere(Only only) implements Hold {}

        /** They should, and get in all the same: a broken provider must not close the house. */
        record PassedBy(Only only) implements Hold {}
    }

    /** Whether there is anybody who would be let in by any. */
    boolean isAnywhere();

    /** The provider that an organization set up, on or not. */
    Optional<Own> find(String key);

    /** The one of an address's domain, if people are let in by it; no account is looked at. */
    Optional<Own> ofAddress(String email);

    /** Takes somebody in: what they may be the first time, they are from then on. */
    Person receive(String key, Identity identity);

    /** The account this identity opens, if it has before. */
    Optional<Account.Id> opens(String key, Identity identity);

    /** Whether somebody new may have an account. */
    boolean mayOpen(String key, Identity identity);

    /**
     * Somebody new becomes a member, with the account that {@code open} makes, or neither.
     *
     * @return false if they may not any more
     */
    boolean open(String key, Identity identity, Account.Id account, Runnable open);

    /** What an account is held to if it was signed in to this way; empty if that is fine. */
    Optional<Only> insteadOf(Way way, Account.Id account);

    /** The same for the account that has this address. */
    Hold hold(Way way, Account.Id account, String email);

    /** Who vouches for an account, whether it has to sign in there or may. */
    Optional<Own> vouching(Account.Id account);

    /**
     * The account is about to get the address back that it had at a moment. Where it is held to a
     * provider by the address it has, and became a member since, it is one no more: it would be
     * held to nothing.
     */
    void beforeTakingBack(Account.Id account, Instant since);

    /** What came of trying it, for whoever sets it up. */
    void tried(String key, Account.Id by, Trial trial);

    /**
     * @param identity absent if it did not come to one
     * @param error a word of the protocol or of ours, where it did not
     */
    record Trial(Optional<Identity> identity, String error) {}
}
