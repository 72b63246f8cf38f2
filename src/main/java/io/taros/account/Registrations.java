package io.taros.account;

import io.taros.platform.sql.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who asked for an account and has not proven the address yet. */
@Repository
class Registrations {
    record Registration(
            UUID id,
            String email,
            String name,
            String locale,
            String passwordHash,
            String textsVersion,
            boolean marketing) {}

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Registrations(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    UUID add(NewAccount account, String passwordHash, String textsVersion, boolean marketing) {
        jdbc.sql("delete from registration where expires_at <= :now")
                .param("now", clock.instant())
                .update();
        var id = ids.next();
        jdbc.sql(
                        """
                        insert into registration (id, email, name, locale, password_hash, texts_version, marketing,
                            created_at, expires_at)
                        values (:id, :email, :name, :locale, :hash, :version, :marketing, :now, :expiry)
                        """)
                .param("id", id)
                .param("email", account.email())
                .param("name", account.name())
                .param("locale", account.locale())
                .param("hash", passwordHash)
                .param("version", textsVersion)
                .param("marketing", marketing)
                .param("now", clock.instant())
                .param("expiry", clock.instant().plus(KEPT))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    Optional<Registration> find(UUID id) {
        return jdbc.sql(
                        """
                        select id, email, name, locale, password_hash, texts_version, marketing from registration
                        where id = :id and expires_at > :now
                        """)
                .param("id", id)
                .param("now", clock.instant())
                .query(Registration.class)
                .optional();
    }

    /** With all others for the same address: it has its account now. */
    @Transactional
    void removeAllOf(String email) {
        jdbc.sql("delete from registration where lower(email) = lower(:email)")
                .param("email", email)
                .update();
    }
}
