package io.taros.organization.web;

import io.taros.platform.audit.AuditCheck;
import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Settings, audit log.
 *
 * @param asked what was filtered by, as it came
 * @param areas what can be filtered by; each has a text {@code organization.audit.area.…}
 * @param next the number to ask older entries before; absent on the last page
 * @param query the filter as the rest of an address
 * @param check just done; absent otherwise
 */
public record AuditLogPage(
        List<Row> rows,
        Asked asked,
        List<String> areas,
        List<Person> people,
        @Nullable Long next,
        String query,
        AuditCheck.@Nullable Result check)
        implements View {
    /**
     * @param actor a name; absent for one that is gone or has none
     * @param action its code, with a text {@code organization.audit.…}
     * @param detail names and values
     */
    public record Row(
            long seq,
            Instant at,
            ActorKind kind,
            @Nullable String actor,
            String action,
            @Nullable String objectKind,
            @Nullable UUID object,
            Map<String, String> detail,
            @Nullable String origin) {}

    public record Asked(String area, String actor, String from, String until, String id) {}

    public record Person(UUID id, String name) {}

    public AuditLogPage {
        rows = List.copyOf(rows);
        areas = List.copyOf(areas);
        people = List.copyOf(people);
    }

    @Override
    public String template() {
        return "organization/audit-log";
    }
}
