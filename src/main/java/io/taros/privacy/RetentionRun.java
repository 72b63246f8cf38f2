package io.taros.privacy;

import io.taros.platform.audit.Audit;
import io.taros.platform.retention.Held;
import io.taros.platform.retention.Holds;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.RetentionRules;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.privacy.RetentionReport.Line;
import io.taros.privacy.RetentionSettings.Applied;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds everybody's data to its rules: in batches of a transaction each, with a rest after each as
 * long as the batch took, so that chats go on. What a crash leaves undone, the next run does. What
 * is held is asked in the transaction of each batch, so that a hold counts from the moment it is
 * placed.
 */
@Component
class RetentionRun {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);
    private static final int BATCH = 500;
    private static final long LONGEST_REST_NANOS = Duration.ofMillis(200).toNanos();

    private record Batch(Map<String, Long> rows, Held held) {}

    private final List<RetentionRule> rules;
    private final RetentionSettings settings;
    private final Holds holds;
    private final CrossOrganization everybody;
    private final Audit audit;
    private final TransactionTemplate transactions;

    RetentionRun(
            RetentionRules rules,
            RetentionSettings settings,
            Holds holds,
            CrossOrganization everybody,
            Audit audit,
            TransactionTemplate transactions) {
        this.rules = rules.all();
        this.settings = settings;
        this.holds = holds;
        this.everybody = everybody;
        this.audit = audit;
        this.transactions = transactions;
    }

    List<RetentionRule> rules() {
        return rules;
    }

    /**
     * @throws IllegalStateException if a rule failed; all others have been carried out
     */
    RetentionReport run(Instant asOf, boolean dryRun) {
        var sweep = new Sweep(asOf, dryRun);
        // What is closed first: the rest of it needs no rule of its own any more.
        for (var rule : rules) {
            if (!rule.isOfOrganizations()) {
                sweep.apply(rule, null);
            }
        }
        for (var organization : organizations(asOf)) {
            Tenancy.runAs(
                    organization,
                    () ->
                            rules.stream()
                                    .filter(RetentionRule::isOfOrganizations)
                                    .forEach(rule -> sweep.apply(rule, organization)));
        }
        if (sweep.failure != null) {
            throw new IllegalStateException("A rule of retention failed", sweep.failure);
        }
        return RetentionReport.of(asOf, dryRun, sweep.lines, sweep.held);
    }

    /** One rule that cannot be carried out shall not keep the others from it. */
    private final class Sweep {
        private final Instant asOf;
        private final boolean dryRun;
        private final List<Line> lines = new ArrayList<>();
        private final List<Line> held = new ArrayList<>();
        private @Nullable RuntimeException failure;

        Sweep(Instant asOf, boolean dryRun) {
            this.asOf = asOf;
            this.dryRun = dryRun;
        }

        void apply(RetentionRule rule, @Nullable OrganizationId organization) {
            var gone = new TreeMap<String, Long>();
            var spared = new TreeMap<String, Long>();
            var as = Applied.usually(rule);
            try {
                as = organization == null ? as : settings.applied(rule);
                if (dryRun) {
                    look(as.rule(), as.before(asOf), gone, spared);
                } else {
                    remove(as.rule(), as.before(asOf), gone, spared);
                }
            } catch (RuntimeException e) {
                LOG.error("Rule {} of organization {} failed", rule.name(), organization, e);
                failure = e;
            }
            if (!gone.isEmpty()) {
                add(line(organization, as, gone));
            }
            if (!spared.isEmpty()) {
                held.add(line(organization, as, spared));
            }
        }

        private Line line(
                @Nullable OrganizationId organization, Applied as, Map<String, Long> rows) {
            return new Line(organization, as.rule().name(), as.before(asOf), as.ending(), rows);
        }

        private void look(
                RetentionRule rule,
                Instant before,
                Map<String, Long> gone,
                Map<String, Long> spared) {
            var held = isHoldable(rule) ? holds.held(asOf) : Held.NOTHING;
            if (!held.isAll()) {
                gone.putAll(rule.sparing(held.threads()).count(before));
            }
            if (held.isNothing()) {
                return;
            }
            spared.putAll(rule.count(before));
            gone.forEach((table, rows) -> spared.merge(table, -rows, Long::sum));
            spared.values().removeIf(rows -> rows <= 0);
        }

        private void remove(
                RetentionRule rule,
                Instant before,
                Map<String, Long> gone,
                Map<String, Long> spared) {
            var isAnyHeld = false;
            var isMore = true;
            while (isMore && !Thread.currentThread().isInterrupted()) {
                var begun = System.nanoTime();
                var batch = batch(rule, before);
                isAnyHeld = !batch.held().isNothing();
                isMore = !batch.rows().isEmpty();
                batch.rows().forEach((table, rows) -> gone.merge(table, rows, Long::sum));
                if (isMore) {
                    LockSupport.parkNanos(Math.min(System.nanoTime() - begun, LONGEST_REST_NANOS));
                }
            }
            if (isAnyHeld) {
                spared.putAll(rule.count(before));
            }
        }

        private Batch batch(RetentionRule rule, Instant before) {
            if (!isHoldable(rule)) {
                return new Batch(rule.remove(before, BATCH), Held.NOTHING);
            }
            return transactions.execute(status -> {
                var held = holds.forRemoval(asOf);
                return new Batch(
                        held.isAll()
                                ? Map.of()
                                : rule.sparing(held.threads()).remove(before, BATCH),
                        held);
            });
        }

        /** What went is written down, whatever came after. */
        private void add(Line line) {
            lines.add(line);
            if (!dryRun) {
                receipt(line);
            }
        }
    }

    private static boolean isHoldable(RetentionRule rule) {
        return rule.isOfOrganizations() && rule.isHoldable();
    }

    /** Into the log of whom it was, hashed and signed like everything there. */
    private void receipt(Line line) {
        var detail =
                Map.of(
                        "rule", line.rule(),
                        "before", line.before().toString(),
                        "ending", line.ending().name().toLowerCase(Locale.ROOT),
                        "rows", String.valueOf(line.total()),
                        "tables", Erased.inWords(line.rows()));
        Tenancy.runAs(
                Objects.requireNonNullElse(line.organization(), OrganizationId.INSTALLATION),
                () -> audit.record(PrivacyAction.REMOVED, null, detail));
    }

    /** Those that are still there then. */
    private List<OrganizationId> organizations(Instant asOf) {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                select organization_id from organization
                                where erase_at is null or erase_at >= :asOf order by 1
                                """)
                        .param("asOf", asOf)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .map(OrganizationId::new)
                        .toList());
    }
}
