package io.taros.organization;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.organization.web.AuditLogPage.Asked;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.audit.AuditProof;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit log out, a batch at a time. The export is an entry of it, too. */
@Component
class AuditExport {
    private static final int BATCH = 1_000;
    private static final List<String> COLUMNS =
            List.of("number", "at", "kind", "actor", "action", "object", "id", "detail", "origin");

    private final AuditLog log;
    private final AuditProof proof;
    private final AuditPages pages;
    private final AuditRows rows;
    private final Audit audit;
    private final JsonMapper json;

    AuditExport(
            AuditLog log,
            AuditProof proof,
            AuditPages pages,
            AuditRows rows,
            Audit audit,
            JsonMapper json) {
        this.rows = rows;
        this.log = log;
        this.proof = proof;
        this.pages = pages;
        this.audit = audit;
        this.json = json;
    }

    void proof(Writer out) throws IOException {
        audit.record(OrganizationAction.AUDIT_LOG_EXPORTED);
        for (var line : proof.witnesses()) {
            out.write(json.writeValueAsString(line) + "\n");
        }
        var batch = first(AuditLog.Filter.ALL);
        while (!batch.isEmpty()) {
            for (var entry : batch) {
                out.write(json.writeValueAsString(AuditProof.line(entry)) + "\n");
            }
            batch = log.list(AuditLog.Filter.ALL, batch.getLast().seq(), BATCH);
        }
    }

    private List<AuditEntry> first(AuditLog.Filter filter) {
        return log.list(filter, Long.MAX_VALUE, BATCH);
    }

    void table(Asked asked, Writer out) throws IOException {
        audit.record(OrganizationAction.AUDIT_LOG_EXPORTED);
        var filter = pages.filter(asked);
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            var batch = first(filter);
            while (!batch.isEmpty()) {
                write(batch, csv);
                batch = log.list(filter, batch.getLast().seq(), BATCH);
            }
        }
    }

    private void write(List<AuditEntry> batch, CsvWriter csv) {
        for (var row : rows.of(batch)) {
            csv.writeRecord(
                    String.valueOf(row.seq()),
                    row.at().toString(),
                    row.kind().name(),
                    SpreadsheetCell.harmless(row.actor() == null ? "" : row.actor()),
                    row.action(),
                    row.objectKind() == null ? "" : row.objectKind(),
                    row.object() == null ? "" : row.object().toString(),
                    row.detail().isEmpty() ? "" : json.writeValueAsString(row.detail()),
                    row.origin() == null ? "" : row.origin());
        }
    }
}
