package io.taros.staff;

import io.taros.organization.AuditRows;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.staff.web.StaffLogPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff area: the installation's own audit log. */
@Controller
class StaffLogController {
    private static final int SHOWN = 50;

    private final AuditLog log;
    private final AuditRows rows;

    StaffLogController(AuditLog log, AuditRows rows) {
        this.log = log;
        this.rows = rows;
    }

    /**
     * @param before the number of the oldest entry of the page before
     */
    @GetMapping("/staff/audit-log")
    @Requires(Permission.STAFF_AUDIT_READ)
    StaffLogPage page(@RequestParam(required = false) @Nullable Long before) {
        var found =
                log.list(AuditLog.Filter.ALL, before == null ? Long.MAX_VALUE : before, SHOWN + 1);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        return new StaffLogPage(
                rows.of(shown), found.size() > SHOWN ? shown.getLast().seq() : null);
    }
}
