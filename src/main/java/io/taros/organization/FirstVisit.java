package io.taros.organization;

import io.taros.account.Accounts;
import io.taros.platform.TarosSettings;
import io.taros.platform.crypto.Secret;
import io.taros.platform.log.CleanLog;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The code that shows that whoever creates the first account can read the server's log. It is new
 * at every start, only its hash is kept, and it is gone with the first account.
 */
@Component
@ConditionalOnWebApplication
class FirstVisit {
    private static final Logger LOG = LoggerFactory.getLogger(FirstVisit.class);
    private static final int CODE_BYTES = 16;

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final TarosSettings settings;
    private final RateLimits limits;
    private final InstantSource clock;

    FirstVisit(
            Accounts accounts,
            JdbcClient jdbc,
            TarosSettings settings,
            RateLimits limits,
            InstantSource clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (isOpen()) {
            LOG.info(
                    CleanLog.MEANT,
                    "Open {} to create the first account",
                    settings.link("/welcome?code=" + newCode()));
        }
    }

    String newCode() {
        var bytes = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(
                        """
                        insert into first_visit (code_hash, created_at) values (:hash, :now)
                        on conflict (id) do update set code_hash = excluded.code_hash, created_at = excluded.created_at
                        """)
                .param("hash", Secret.hash(code))
                .param("now", clock.instant())
                .update();
        return code;
    }

    boolean isOpen() {
        return !accounts.areThereAny();
    }

    /** Guesses are counted by address. */
    boolean admits(String code, String addressKey) {
        limits.take(Limit.SET_UP, addressKey);
        return isCurrent(code);
    }

    /** True for one caller only. */
    boolean useUp(String code) {
        return isCurrent(code) && jdbc.sql("delete from first_visit").update() == 1;
    }

    private boolean isCurrent(String code) {
        return jdbc.sql("select code_hash from first_visit")
                .query(byte[].class)
                .optional()
                .filter(known -> MessageDigest.isEqual(known, Secret.hash(code)))
                .isPresent();
    }
}
