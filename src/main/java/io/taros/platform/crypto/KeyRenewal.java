package io.taros.platform.crypto;

import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces the key of the bound organization while everybody goes on working: the newer one closes
 * at once, both open, everything is closed anew in the background, and then the older one is
 * destroyed.
 */
@Component
public class KeyRenewal {
    /**
     * Whatever was closed with the older key by a node that had not heard of a newer one is stored
     * by then.
     */
    static final Duration PATIENCE = OrganizationKeyring.OPEN_AT_MOST.plusMinutes(1);

    /**
     * @param version counts the keys there were
     * @param retiringSince since when the older key is on its way out; none when it is gone
     */
    public record State(int version, Instant madeAt, @Nullable Instant retiringSince) {
        public boolean isUnderWay() {
            return retiringSince != null;
        }
    }

    private final OrganizationKeyring ring;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Jobs jobs;
    private final Audit audit;
    private final CryptoSettings settings;
    private final InstantSource clock;

    KeyRenewal(
            OrganizationKeyring ring,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Jobs jobs,
            Audit audit,
            CryptoSettings settings,
            InstantSource clock) {
        this.ring = ring;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** How old a key becomes before it is replaced by itself; zero where it never is. */
    public Duration renewsAfter() {
        return settings.renewAfter();
    }

    /** Empty while nothing was sealed yet. */
    public Optional<State> find() {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select version, coalesce(renewed_at, created_at) as made_at, retiring_since
                                from organization_key
                                """)
                        .query(State.class)
                        .optional());
    }

    /**
     * @return false while the last renewal is under way
     */
    public boolean begin() {
        if (!ring.renew()) {
            return false;
        }
        // Should this be the last moment of the process: the next night finds the renewal begun.
        transactions.executeWithoutResult(status -> {
            audit.record(KeyAction.RENEWED, null, version());
            jobs.enqueue(new ResealValues(Tenancy.organization(), null));
        });
        return true;
    }

    /** Goes on with what was begun. */
    void resume() {
        jobs.enqueue(new ResealValues(Tenancy.organization(), null));
    }

    void awaitLast(Instant retiringSince) {
        jobs.enqueueAt(
                new ResealValues(Tenancy.organization(), retiringSince),
                retiringSince.plus(PATIENCE));
    }

    /** Whether no node can close with older keys any more. */
    boolean isHeardOf(Instant retiringSince) {
        return !clock.instant().isBefore(retiringSince.plus(PATIENCE));
    }

    void destroyOlder() {
        if (ring.retire()) {
            transactions.executeWithoutResult(
                    status -> audit.record(KeyAction.DESTROYED, null, version()));
        }
    }

    private Map<String, String> version() {
        return Map.of("version", String.valueOf(find().map(State::version).orElse(0)));
    }
}
