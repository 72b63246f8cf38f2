package io.taros.account;

import io.taros.platform.crypto.Secret;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whether an e-mail and a password belong together. */
@Component
class SignIn {
    private final Accounts accounts;
    private final Devices devices;
    private final Passwords passwords;
    private final RateLimits limits;
    private final ClientAddress address;
    private final ApplicationEventPublisher events;
    private final Account.Id nobody;

    SignIn(
            Accounts accounts,
            Devices devices,
            Passwords passwords,
            RateLimits limits,
            ClientAddress address,
            Ids ids,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.devices = devices;
        this.passwords = passwords;
        this.limits = limits;
        this.address = address;
        this.events = events;
        nobody = new Account.Id(ids.next());
    }

    /** One more try, whatever becomes of it. */
    void count(String email, HttpServletRequest request) {
        limits.take(Limit.SIGN_IN_ADDRESS, address.key(request));
        var account = accounts.findByEmail(email).map(Account::id);
        // Strangers who try passwords use up their own tries, not those of the owner's browser.
        var isOwners = devices.isKnown(account.orElse(nobody), request);
        limits.take(Limit.SIGN_IN_EMAIL, keyOf(email) + (isOwners ? "/known" : ""));
    }

    /** Takes as long for an unknown e-mail as for a wrong password, and tells no more. */
    Optional<Account.Id> with(String email, String password) {
        var known = accounts.findCredentials(email.strip());
        var account = known.map(Accounts.Credentials::id);
        if (password.length() > PasswordStrength.MAX_LENGTH) {
            return Optional.empty();
        }
        var isRight =
                passwords.matches(password, known.map(Accounts.Credentials::hash).orElse(null));
        if (isRight) {
            return account;
        }
        account.ifPresent(id -> events.publishEvent(new SignInRefused(id)));
        return Optional.empty();
    }

    /** Counters live in memory; they need no list of e-mails. */
    static String keyOf(String email) {
        return HexFormat.of().formatHex(Secret.hash(email.strip().toLowerCase(Locale.ROOT)));
    }
}
