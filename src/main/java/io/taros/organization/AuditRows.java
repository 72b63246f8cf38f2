package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.web.AuditLogPage.Row;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditEntry.ActorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts entries of the bound organization's audit log into lines: names for ids, as far as known.
 */
@Component
public class AuditRows {
    private final Accounts accounts;
    private final ApiKeys keys;
    private final JsonMapper json;

    AuditRows(Accounts accounts, ApiKeys keys, JsonMapper json) {
        this.accounts = accounts;
        this.keys = keys;
        this.json = json;
    }

    public List<Row> of(List<AuditEntry> entries) {
        var names = names(entries);
        return entries.stream().map(entry -> row(entry, names)).toList();
    }

    private Row row(AuditEntry entry, Map<UUID, String> names) {
        return new Row(
                entry.seq(),
                entry.at(),
                entry.actorKind(),
                entry.actorId() == null ? null : names.get(entry.actorId()),
                entry.action(),
                entry.objectKind(),
                entry.objectId(),
                detail(entry),
                entry.origin());
    }

    private Map<UUID, String> names(List<AuditEntry> entries) {
        var ids =
                entries.stream()
                        .filter(entry -> entry.actorKind() != ActorKind.API_KEY)
                        .map(AuditEntry::actorId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(Account.Id::new)
                        .toList();
        var names = new HashMap<UUID, String>();
        accounts.findAll(ids).forEach(account -> names.put(account.id().value(), account.name()));
        keys.list().forEach(key -> names.put(key.id().value(), key.name()));
        return names;
    }

    private Map<String, String> detail(AuditEntry entry) {
        return entry.detail() == null
                ? Map.of()
                : json.readValue(entry.detail(), new TypeReference<TreeMap<String, String>>() {});
    }
}
