package io.taros.privacy;

import io.taros.platform.audit.Audit;
import io.taros.platform.retention.Holds;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.RetentionRules;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.privacy.RetentionReport.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds everybody's data to its rules: in batches of a transaction each, with a rest after each as
 * long as the batch took, so that chats go on. What a crash leaves undone, the next run does.
 */
@Component
class RetentionRun {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);
    private static final int BATCH = 500;
    private static final long LONGEST_REST_NANOS = Duration.ofMillis(200).toNanos();

    private final List<RetentionRule> rules;
    private final RetentionSettings settings;
    private final Holds holds;
    private final CrossOrganization everybody;
    private final Audit audit;

    RetentionRun(
            RetentionRules rules,
            RetentionSettings settings,
            Holds holds,
            CrossOrganization everybody,
            Audit audit) {
        this.rules = rules.all();
        this.settings = settings;
        this.holds = holds;
        this.everybody = everybody;
        this.audit = audit;
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
                sweep.apply(rule, null, Held.NOTHING);
            }
        }
        for (var organization : organizations(asOf)) {
            Tenancy.runAs(organization, () -> ofOrganization(organization, sweep));
        }
        if (sweep.failure != null) {
            throw new IllegalStateException("A rule of retention failed", sweep.failure);
        }
        return RetentionReport.of(asOf, dryRun, sweep.lines, sweep.held);
    }

    private void ofOrganization(OrganizationId organization, Sweep sweep) {
        var held = new Held(holds.isAllHeld(sweep.asOf), holds.threads(sweep.asOf));
        for (var rule : rules) {
            if (rule.isOfOrganizations()) {
                sweep.apply(rule, organization, rule.isHoldable() ? held : Held.NOTHING);
            }
        }
    }

    /** What no rule may touch. */
    private record Held(boolean isAll, Set<UUID> threads) {
        static final Held NOTHING = new Held(false, Set.of());

        boolean isNothing() {
            return !isAll && threads.isEmpty();
        }
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

        void apply(RetentionRule rule, @Nullable OrganizationId organization, Held kept) {
            var rows = new TreeMap<String, Long>();
            var spared = new TreeMap<String, Long>();
            var before = asOf;
            try {
                before =
                        asOf.minus(
                                organization == null ? rule.term().usual() : settings.termOf(rule));
                spared.putAll(held(rule, before, kept));
                if (!kept.isAll()) {
                    carryOut(rule.sparing(kept.threads()), before, rows);
                }
            } catch (RuntimeException e) {
                LOG.error("Rule {} of organization {} failed", rule.name(), organization, e);
                failure = e;
            }
            if (!rows.isEmpty()) {
                add(new Line(organization, rule.name(), before, rows));
            }
            if (!spared.isEmpty()) {
                held.add(new Line(organization, rule.name(), before, spared));
            }
        }

        private void carryOut(RetentionRule rule, Instant before, Map<String, Long> rows) {
            if (dryRun) {
                rows.putAll(rule.count(before));
            } else {
                remove(rule, before, rows);
            }
        }

        /** What went is written down, whatever came after. */
        private void add(Line line) {
            lines.add(line);
            if (!dryRun) {
                receipt(line);
            }
        }
    }

    /** What would go if nobody held it. */
    private static Map<String, Long> held(RetentionRule rule, Instant before, Held kept) {
        if (kept.isNothing()) {
            return Map.of();
        }
        var all = new TreeMap<>(rule.count(before));
        if (!kept.isAll()) {
            rule.sparing(kept.threads())
                    .count(before)
                    .forEach((table, rows) -> all.merge(table, -rows, Long::sum));
        }
        all.values().removeIf(rows -> rows <= 0);
        return all;
    }

    private static void remove(RetentionRule rule, Instant before, Map<String, Long> all) {
        while (!Thread.currentThread().isInterrupted()) {
            var begun = System.nanoTime();
            var batch = rule.remove(before, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            batch.forEach((table, rows) -> all.merge(table, rows, Long::sum));
            LockSupport.parkNanos(Math.min(System.nanoTime() - begun, LONGEST_REST_NANOS));
        }
    }

    /** Into the log of whom it was, hashed and signed like everything there. */
    private void receipt(Line line) {
        var detail =
                Map.of(
                        "rule", line.rule(),
                        "before", line.before().toString(),
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
