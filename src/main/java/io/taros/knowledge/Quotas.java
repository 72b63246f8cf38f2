package io.taros.knowledge;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.taros.organization.Entitlements;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** How much of what it may the bound organization has taught. */
@Component
public class Quotas {
    /** So old may be what one node knows of what another has taught. */
    private static final Duration RECENT = Duration.ofSeconds(2);

    private record Used(int pages, long bytes) {}

    private final JdbcClient jdbc;
    private final Entitlements entitlements;
    private final KnowledgeSettings settings;
    private final TransactionTemplate transactions;
    private final Cache<OrganizationId, Quota> recent =
            Caffeine.newBuilder()
                    .expireAfter(Expiry.<OrganizationId, Quota>creating((any, quota) -> RECENT))
                    .maximumSize(1_000)
                    .build();

    Quotas(
            JdbcClient jdbc,
            Entitlements entitlements,
            KnowledgeSettings settings,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.entitlements = entitlements;
        this.settings = settings;
        this.transactions = transactions;
    }

    public Quota get() {
        return requireNonNull(transactions.execute(status -> counted()));
    }

    private Quota counted() {
        var used =
                jdbc.sql(
                                """
                                select count(*) filter (where content_hash is not null) as pages,
                                    coalesce(sum(text_bytes), 0) + (select coalesce(sum(upload_bytes), 0) from source) as bytes
                                from document
                                """)
                        .query(Used.class)
                        .single();
        var cap = Optional.ofNullable(entitlements.get().pages()).orElse(settings.maxPages());
        return new Quota(
                used.pages(),
                Math.min(cap, settings.maxPages()),
                DataSize.ofBytes(used.bytes()),
                settings.maxStorage());
    }

    /**
     * @throws Conflict where nothing more may be taught
     */
    void check() {
        refusal()
                .ifPresent(usedUp -> {
                    throw conflict(usedUp);
                });
    }

    static Conflict conflict(Problem usedUp) {
        return new Conflict(usedUp.key(), usedUp.arguments().toArray());
    }

    /** So many pages and bytes more. */
    void taught(int pages, int bytes) {
        recent.asMap()
                .computeIfPresent(
                        Tenancy.organization(), (organization, quota) -> quota.with(pages, bytes));
    }

    /** Why nothing more may be taught, as far as is known at present. */
    Optional<Problem> refusal() {
        var quota = recent.get(Tenancy.organization(), organization -> get());
        if (quota.isUsedUp()) {
            // Something may have been deleted.
            quota = get();
            recent.put(Tenancy.organization(), quota);
        }
        return quota.isUsedUp() ? Optional.of(quota.usedUp()) : Optional.empty();
    }
}
