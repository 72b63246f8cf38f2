package io.taros.account;

import io.taros.platform.StartRefused;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param registration {@code invited}: accounts are made by invitation alone; {@code open}: anybody
 *     may make one, which needs mail and both texts
 * @param terms the address of the terms of use that people agree to
 * @param privacy the address of the privacy policy
 * @param textsVersion of these two; raise it when they change significantly, and everybody is asked
 *     again
 * @param breachedPasswords the address of a range service that knows stolen passwords, such as
 *     {@code https://api.pwnedpasswords.com/range/}; it is told the first five characters of a
 *     hash, and is not asked while this is not set
 */
@ConfigurationProperties("taros.accounts")
public record AccountSettings(
        @DefaultValue("invited") Registration registration,
        @Nullable URI terms,
        @Nullable URI privacy,
        @DefaultValue("1") String textsVersion,
        @Nullable URI breachedPasswords) {

    /** Who may make an account. */
    public enum Registration {
        INVITED,
        OPEN
    }

    public boolean isOpen() {
        return registration == Registration.OPEN;
    }

    /** Whether whoever makes an account has something to agree to. */
    public boolean areThereTexts() {
        return terms != null && privacy != null;
    }

    void check(boolean sendsMail) {
        if (isOpen() && !sendsMail) {
            throw new StartRefused(
                    "taros.accounts.registration is open, so taros.mail.host must be set: an address is proven by a mail to it.");
        }
        if (isOpen() && !areThereTexts()) {
            throw new StartRefused(
                    "taros.accounts.registration is open, so taros.accounts.terms and taros.accounts.privacy must be the addresses of the texts that people agree to.");
        }
    }
}
