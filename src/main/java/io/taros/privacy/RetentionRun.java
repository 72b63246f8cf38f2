package io.taros.privacy;

import io.taros.platform.audit.Audit;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds everybody's data to its rules: in batches of a transaction each, with a rest after each as
 * long as the batch took, so that chats go on. What a crash leaves undone, the next run does.
 */
@Component
class RetentionRun {
    private static final int BATCH = 500;
    private static final long LONGEST_REST_NANOS = Duration.ofMillis(200).toNanos();

    private final List<RetentionRule> rules;
    private final RetentionSettings settings;
    private final CrossOrganization everybody;
    private final Audit audit;

    RetentionRun(
            RetentionRules rules,
            RetentionSettings settings,
            CrossOrganization everybody,
            Audit audit) {
        this.rules = rules.all();
        this.settings = settings;
        this.everybody = everybody;
        this.audit = audit;
    }

    List<RetentionRule> rules() {
        return rules;
    }

    RetentionReport run(Instant asOf, boolean dryRun) {
        var lines = new ArrayList<Line>();
        // What is closed first: the rest of it needs no rule of its own any more.
        for (var rule : rules) {
            if (!rule.isOfOrganizations()) {
                add(lines, line(rule, null, asOf, dryRun));
            }
        }
        for (var organization : organizations()) {
            for (var rule : rules) {
                if (rule.isOfOrganizations()) {
                    add(
                            lines,
                            Tenancy.callAs(
                                    organization, () -> line(rule, organization, asOf, dryRun)));
                }
            }
        }
        return RetentionReport.of(asOf, dryRun, lines);
    }

    private static void add(List<Line> lines, Line line) {
        if (!line.rows().isEmpty()) {
            lines.add(line);
        }
    }

    private Line line(
            RetentionRule rule,
            @Nullable OrganizationId organization,
            Instant asOf,
            boolean dryRun) {
        var term = organization == null ? rule.term().usual() : settings.termOf(rule);
        var before = asOf.minus(term);
        var rows = dryRun ? rule.count(before) : remove(rule, before);
        var line = new Line(organization, rule.name(), before, rows);
        if (!dryRun && !rows.isEmpty()) {
            receipt(line);
        }
        return line;
    }

    private static Map<String, Long> remove(RetentionRule rule, Instant before) {
        var all = new TreeMap<String, Long>();
        while (true) {
            var begun = System.nanoTime();
            var batch = rule.remove(before, BATCH);
            if (batch.isEmpty()) {
                return all;
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
                        "tables",
                                new TreeMap<>(line.rows())
                                        .entrySet().stream()
                                                .map(table ->
                                                        table.getKey() + " " + table.getValue())
                                                .collect(Collectors.joining(", ")));
        Tenancy.runAs(
                Objects.requireNonNullElse(line.organization(), OrganizationId.INSTALLATION),
                () -> audit.record(PrivacyAction.REMOVED, null, detail));
    }

    private List<OrganizationId> organizations() {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql("select organization_id from organization order by 1")
                        .query(UUID.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .map(OrganizationId::new)
                        .toList());
    }
}
