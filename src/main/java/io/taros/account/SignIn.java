package io.taros.account;

import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whether an e-mail and a password belong together. */
@Component
class SignIn {
    private final Accounts accounts;
    private final Passwords passwords;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            RateLimits limits,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.events = events;
    }

    /** Takes as long for an unknown e-mail as for a wrong password, and tells no more. */
    Optional<Account.Id> with(String email, String password, String addressKey) {
        limits.take(Limit.SIGN_IN_ADDRESS, addressKey);
        limits.take(Limit.SIGN_IN_EMAIL, keyOf(email));
        if (password.length() > PasswordRules.MAX_LENGTH) {
            return Optional.empty();
        }
        var known = accounts.findCredentials(email.strip());
        var isRight =
                passwords.matches(password, known.map(Accounts.Credentials::hash).orElse(null));
        known.map(Accounts.Credentials::id)
                .ifPresent(id ->
                        events.publishEvent(isRight ? new SignedIn(id) : new SignInRefused(id)));
        return isRight ? known.map(Accounts.Credentials::id) : Optional.empty();
    }

    /** Counters live in memory; they need no list of e-mails. */
    private static String keyOf(String email) {
        try {
            var normal = email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(normal));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
