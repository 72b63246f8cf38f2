package io.taros.staff.web;

import io.taros.organization.web.AuditLogPage;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Staff area: what staff did.
 *
 * @param next the number to ask older entries before; absent on the last page
 */
public record StaffLogPage(List<AuditLogPage.Row> rows, @Nullable Long next) implements View {
    public StaffLogPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "staff/audit-log";
    }
}
