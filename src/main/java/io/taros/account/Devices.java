package io.taros.account;

import io.taros.platform.TarosSettings;
import io.taros.platform.crypto.Secret;
import io.taros.platform.sql.Ids;
import io.taros.platform.sql.Unflushed;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * A browser, and since when it has to have been seen to be known.
     *
     * @param hash absent where it has no cookie of ours
     */
    record Here(byte @Nullable [] hash, Instant oldest) {}

    /**
     * @param device if it is seen for the first time and the account has others
     * @param browser what its cookie hashes to
     * @param isShared whether other accounts signed in here, too
     */
    record Meeting(Optional<UUID> device, String browser, boolean isShared) {}

    private record Met(UUID id, boolean isNew, boolean isAnyKnown, boolean isShared) {}

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

    Here here(HttpServletRequest request) {
        return new Here(
                secret(request).map(Secret::hash).orElse(null), clock.instant().minus(KEPT));
    }

    /**
     * Somebody signed in here. One that was away for longer than devices are kept is seen for the
     * first time.
     */
    @Transactional
    Meeting meet(Account.Id account, HttpServletRequest request, HttpServletResponse response) {
        var secret = secret(request).orElseGet(Secret::fresh);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret));
        var hash = Secret.hash(secret);
        var now = clock.instant();
        var met =
                jdbc.sql(
                                """
                                insert into account_device as d (id, account_id, hash, family, first_seen, last_seen)
                                select :id, :account, :hash, :family, :now, :now where %s
                                on conflict (account_id, hash) do update set last_seen = excluded.last_seen,
                                    family = excluded.family,
                                    id = case when d.last_seen > :oldest then d.id else excluded.id end,
                                    first_seen = case when d.last_seen > :oldest then d.first_seen else excluded.first_seen end
                                returning id, id = :id as is_new,
                                    exists(select from account_device where account_id = :account) as is_any_known,
                                    exists(select from account_device where hash = :hash and account_id <> :account) as is_shared
                                """
                                        .formatted(Unflushed.SQL))
                        .param("id", ids.next())
                        .param("account", account)
                        .param("hash", hash)
                        .param("family", DeviceFamily.of(request))
                        .param("now", now)
                        .param("oldest", now.minus(KEPT))
                        .query(Met.class)
                        .single();
        return new Meeting(
                met.isNew() && met.isAnyKnown() ? Optional.of(met.id()) : Optional.empty(),
                HexFormat.of().formatHex(hash),
                met.isShared());
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
