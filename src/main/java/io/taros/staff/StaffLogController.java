package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.web.AuditLogPage;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.staff.web.StaffLogPage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Staff area: the installation's own audit log. */
@Controller
class StaffLogController {
    private static final int SHOWN = 50;

    private final AuditLog log;
    private final Accounts accounts;
    private final JsonMapper json;

    StaffLogController(AuditLog log, Accounts accounts, JsonMapper json) {
        this.log = log;
        this.accounts = accounts;
        this.json = json;
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
        var names = names(shown);
        return new StaffLogPage(
                shown.stream().map(entry -> row(entry, names)).toList(),
                found.size() > SHOWN ? shown.getLast().seq() : null);
    }

    private AuditLogPage.Row row(AuditEntry entry, Map<UUID, String> names) {
        return new AuditLogPage.Row(
                entry.seq(),
                entry.at(),
                entry.actorKind(),
                entry.actorId() == null ? null : names.get(entry.actorId()),
                entry.action(),
                entry.objectKind(),
                entry.objectId(),
                entry.detail() == null
                        ? Map.of()
                        : json.readValue(
                                entry.detail(), new TypeReference<TreeMap<String, String>>() {}),
                entry.origin());
    }

    private Map<UUID, String> names(List<AuditEntry> entries) {
        var ids =
                entries.stream()
                        .map(AuditEntry::actorId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(Account.Id::new)
                        .toList();
        return accounts.findAll(ids).stream()
                .collect(Collectors.toMap(account -> account.id().value(), Account::name));
    }
}
