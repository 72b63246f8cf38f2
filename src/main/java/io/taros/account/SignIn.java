package io.taros.account;

import io.taros.account.Accounts.Credentials;
import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.Secret;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whether an e-mail and a password belong together. */
@Component
class SignIn {
    private final Accounts accounts;
    private final Devices devices;
    private final Passwords passwords;
    private final RateLimits limits;
    private final ClientAddress address;
    private final Jobs jobs;
    private final Audit audit;

    SignIn(
            Accounts accounts,
            Devices devices,
            Passwords passwords,
            RateLimits limits,
            ClientAddress address,
            Jobs jobs,
            Audit audit) {
        this.accounts = accounts;
        this.devices = devices;
        this.passwords = passwords;
        this.limits = limits;
        this.address = address;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** One more try, whatever becomes of it; whose, if there is anybody with this e-mail. */
    Optional<Credentials> count(String email, HttpServletRequest request) {
        limits.take(Limit.SIGN_IN_ADDRESS, address.key(request));
        var known = accounts.findCredentials(email, devices.here(request));
        // Strangers who try passwords use up their own tries, not those of the owner's browser.
        var isOwners = known.filter(Credentials::isKnownHere).isPresent();
        limits.take(Limit.SIGN_IN_EMAIL, keyOf(email) + (isOwners ? "/known" : ""));
        return known;
    }

    /**
     * Takes as long for an unknown e-mail as for a wrong password, and tells no more. What is
     * written down of the second is written afterwards: it takes several exchanges with the
     * database, and waits for the disk.
     */
    Optional<Account.Id> with(Optional<Credentials> known, String password) {
        var hash = known.map(Credentials::hash);
        var account = known.filter(_ -> hash.isPresent()).map(Credentials::id);
        if (password.length() > PasswordStrength.MAX_LENGTH) {
            return Optional.empty();
        }
        if (passwords.matches(password, hash.orElse(null))) {
            return account;
        }
        jobs.enqueue(new NoteRefusedSignIn(account.orElse(null), audit.asked()));
        return Optional.empty();
    }

    /** Counters live in memory; they need no list of e-mails. */
    static String keyOf(String email) {
        return HexFormat.of().formatHex(Secret.hash(email.strip().toLowerCase(Locale.ROOT)));
    }
}
