package io.taros.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.taros.platform.crypto.InstallationSeal;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes of an authenticator app (RFC 6238). The secret is sealed by the master key, for an account
 * has no organization whose key could do it, and bound to its row. A code is good for its thirty
 * seconds and those around them, and for one use.
 */
@Repository
class AuthenticatorApps {
    private record Row(byte[] secret, long lastStep) {}

    private static final int SECRET_BYTES = 20;
    private static final int AROUND = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final JdbcClient jdbc;
    private final InstallationSeal seal;
    private final InstantSource clock;

    AuthenticatorApps(JdbcClient jdbc, InstallationSeal seal, InstantSource clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean isOn(Account.Id account) {
        return jdbc.sql(
                        """
                        select exists(select from account_totp
                        where account_id = :account and confirmed_at is not null)
                        """)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** A secret for the app; it counts once a code made of it was shown. */
    @Transactional
    byte[] begin(Account.Id account) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        jdbc.sql(
                        """
                        insert into account_totp (account_id, secret, last_step, created_at)
                        values (:account, :secret, 0, :now)
                        on conflict (account_id) do update
                            set secret = excluded.secret, last_step = 0, created_at = excluded.created_at
                            where account_totp.confirmed_at is null
                        """)
                .param("account", account)
                .param("secret", seal.seal(secret, context(account)))
                .param("now", clock.instant())
                .update();
        return secret;
    }

    /** That of an enrolment that is not finished. */
    @Transactional(readOnly = true)
    Optional<byte[]> begun(Account.Id account) {
        return row(account, false).map(row -> seal.open(row.secret(), context(account)));
    }

    @Transactional
    boolean confirm(Account.Id account, String code) {
        var step = row(account, false).flatMap(row -> step(account, row, code));
        return step.isPresent()
                && jdbc.sql(
                                        """
                                        update account_totp set confirmed_at = :now, last_step = :step
                                        where account_id = :account and confirmed_at is null
                                        """)
                                .param("now", clock.instant())
                                .param("step", step.get())
                                .param("account", account)
                                .update()
                        == 1;
    }

    /** True once for each code. */
    @Transactional
    boolean matches(Account.Id account, String code) {
        var step = row(account, true).flatMap(row -> step(account, row, code));
        return step.isPresent()
                && jdbc.sql(
                                        """
                                        update account_totp set last_step = :step
                                        where account_id = :account and confirmed_at is not null and last_step < :step
                                        """)
                                .param("step", step.get())
                                .param("account", account)
                                .update()
                        == 1;
    }

    @Transactional
    void remove(Account.Id account) {
        jdbc.sql("delete from account_totp where account_id = :account")
                .param("account", account)
                .update();
    }

    private Optional<Row> row(Account.Id account, boolean isConfirmed) {
        return jdbc.sql(
                        """
                        select secret, last_step from account_totp
                        where account_id = :account and (confirmed_at is not null) = :confirmed
                        """)
                .param("account", account)
                .param("confirmed", isConfirmed)
                .query(Row.class)
                .optional();
    }

    private Optional<Long> step(Account.Id account, Row row, String code) {
        var typed = code.replaceAll("\\s", "");
        var key = new SecretKeySpec(seal.open(row.secret(), context(account)), "HmacSHA1");
        var length = codes.getTimeStep().toSeconds();
        var now = clock.instant().getEpochSecond() / length;
        for (var step = now - AROUND; step <= now + AROUND; step++) {
            if (step > row.lastStep() && at(key, step * length).equals(typed)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private String at(SecretKeySpec key, long second) {
        try {
            return codes.generateOneTimePasswordString(key, Instant.ofEpochSecond(second));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String context(Account.Id account) {
        return "account_totp/secret/" + account;
    }
}
