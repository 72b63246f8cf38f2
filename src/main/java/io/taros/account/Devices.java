package io.taros.account;

import io.taros.platform.TarosSettings;
import io.taros.platform.crypto.Secret;
import io.taros.platform.sql.Ids;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/**
 * The browsers an account signed in from. A cookie tells them apart; it opens nothing, but a known
 * browser is not held up while strangers try passwords.
 */
@Repository
class Devices {
    record Device(UUID id, Account.Id accountId, String family) {}

    static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final boolean isSecure;

    Devices(JdbcClient jdbc, Ids ids, InstantSource clock, TarosSettings settings) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.isSecure = settings.isSecure();
    }

    @Transactional(readOnly = true)
    Optional<Device> find(UUID id) {
        return jdbc.sql("select id, account_id, family from account_device where id = :id")
                .param("id", id)
                .query(Device.class)
                .optional();
    }

    @Transactional(readOnly = true)
    boolean isAnyKnown(Account.Id account) {
        return jdbc.sql("select exists(select from account_device where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    boolean isKnown(Account.Id account, HttpServletRequest request) {
        return secret(request)
                .filter(secret ->
                        jdbc.sql(
                                        """
                                        select exists(select from account_device
                                        where account_id = :account and hash = :hash and last_seen > :oldest)
                                        """)
                                .param("account", account)
                                .param("hash", Secret.hash(secret))
                                .param("oldest", clock.instant().minus(KEPT))
                                .query(Boolean.class)
                                .single())
                .isPresent();
    }

    /** Somebody signed in here. The device, if it is seen for the first time. */
    @Transactional
    Optional<UUID> meet(
            Account.Id account, HttpServletRequest request, HttpServletResponse response) {
        var secret = secret(request).orElseGet(Secret::fresh);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret));
        jdbc.sql("delete from account_device where account_id = :account and last_seen <= :oldest")
                .param("account", account)
                .param("oldest", clock.instant().minus(KEPT))
                .update();
        var id = ids.next();
        var stored =
                jdbc.sql(
                                """
                                insert into account_device (id, account_id, hash, family, first_seen, last_seen)
                                values (:id, :account, :hash, :family, :now, :now)
                                on conflict (account_id, hash) do update set last_seen = excluded.last_seen,
                                    family = excluded.family
                                returning id
                                """)
                        .param("id", id)
                        .param("account", account)
                        .param("hash", Secret.hash(secret))
                        .param("family", DeviceFamily.of(request))
                        .param("now", clock.instant())
                        .query(UUID.class)
                        .single();
        return stored.equals(id) ? Optional.of(id) : Optional.empty();
    }

    @Transactional
    void forgetAll(Account.Id account) {
        jdbc.sql("delete from account_device where account_id = :account")
                .param("account", account)
                .update();
    }

    private Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name()))
                .map(Cookie::getValue)
                .filter(value -> value.length() == Secret.LENGTH);
    }

    private String cookie(String secret) {
        return ResponseCookie.from(name(), secret)
                .httpOnly(true)
                .secure(isSecure)
                .sameSite("Lax")
                .path("/")
                .maxAge(KEPT)
                .build()
                .toString();
    }

    private String name() {
        return isSecure ? "__Host-taros-device" : "taros-device";
    }
}
