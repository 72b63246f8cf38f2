package io.taros.account;

import io.taros.platform.crypto.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links in mails: each opens one thing, once, for a while. What they carry is made when the mail is
 * written and kept nowhere; only its hash is.
 */
@Repository
class AccountLinks {
    enum Purpose {
        REGISTRATION(Duration.ofHours(24)),
        RESET(Duration.ofHours(1)),
        NEW_ADDRESS(Duration.ofHours(24)),
        UNDO_ADDRESS(Duration.ofDays(7)),
        MARKETING(Duration.ofDays(7));

        private final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }

        Duration lasts() {
            return lasts;
        }
    }

    private final JdbcClient jdbc;
    private final InstantSource clock;

    AccountLinks(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of before stay good: their mail may arrive later than this one's. */
    @Transactional
    String make(Purpose purpose, UUID subject) {
        forgetExpired();
        var secret = Secret.fresh();
        jdbc.sql(
                        """
                        insert into account_link (hash, purpose, subject_id, expires_at)
                        values (:hash, :purpose, :subject, :expiry)
                        """)
                .param("hash", Secret.hash(secret))
                .param("purpose", purpose)
                .param("subject", subject)
                .param("expiry", clock.instant().plus(purpose.lasts()))
                .update();
        return secret;
    }

    /** What a link leads to, without using it up. */
    @Transactional(readOnly = true)
    Optional<UUID> find(Purpose purpose, String secret) {
        return jdbc.sql(
                        """
                        select subject_id from account_link
                        where hash = :hash and purpose = :purpose and expires_at > :now
                        """)
                .param("hash", Secret.hash(secret))
                .param("purpose", purpose)
                .param("now", clock.instant())
                .query(UUID.class)
                .optional();
    }

    /** For one caller only; every other link to the same is good for nothing from then on. */
    @Transactional
    Optional<UUID> useUp(Purpose purpose, String secret) {
        var subject =
                jdbc.sql(
                                """
                                delete from account_link
                                where hash = :hash and purpose = :purpose and expires_at > :now
                                returning subject_id
                                """)
                        .param("hash", Secret.hash(secret))
                        .param("purpose", purpose)
                        .param("now", clock.instant())
                        .query(UUID.class)
                        .optional();
        subject.ifPresent(id -> forget(purpose, id));
        return subject;
    }

    @Transactional
    void forget(Purpose purpose, UUID subject) {
        jdbc.sql("delete from account_link where purpose = :purpose and subject_id = :subject")
                .param("purpose", purpose)
                .param("subject", subject)
                .update();
    }

    private void forgetExpired() {
        jdbc.sql("delete from account_link where expires_at <= :now")
                .param("now", clock.instant())
                .update();
    }
}
