package io.taros.privacy;

import io.taros.platform.retention.Ending;
import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run removed, or would remove.
 *
 * @param asOf the moment it took for now
 * @param removed one line for each rule that found something
 * @param held what stays though its time is over, because somebody holds it
 */
public record RetentionReport(
        Instant asOf, boolean dryRun, long rows, List<Line> removed, List<Line> held) {
    /**
     * @param organization absent for what belongs to the installation
     * @param before what is older than this
     * @param ending what becomes of it
     * @param rows how many, by table
     */
    public record Line(
            @Nullable OrganizationId organization,
            String rule,
            Instant before,
            Ending ending,
            Map<String, Long> rows) {
        public Line {
            rows = Map.copyOf(rows);
        }

        long total() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public RetentionReport {
        removed = List.copyOf(removed);
        held = List.copyOf(held);
    }

    static RetentionReport of(Instant asOf, boolean dryRun, List<Line> removed, List<Line> held) {
        return new RetentionReport(
                asOf, dryRun, removed.stream().mapToLong(Line::total).sum(), removed, held);
    }
}
