package io.taros.egress;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.platform.audit.Audit;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.OutboundLog;
import io.taros.platform.egress.OutboundLog.Filter;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the ledger out, a batch at a time. That somebody took it is an entry of the audit log. */
@Component
class OutboundExport {
    private static final int BATCH = 1_000;
    private static final List<String> COLUMNS =
            List.of(
                    "at",
                    "purpose",
                    "vendor",
                    "legal_name",
                    "host",
                    "area",
                    "model",
                    "data",
                    "calls",
                    "sent_bytes",
                    "received_bytes",
                    "replaced_values",
                    "outcome");

    private final OutboundLog log;
    private final KnownVendors vendors;
    private final Audit audit;

    OutboundExport(OutboundLog log, KnownVendors vendors, Audit audit) {
        this.log = log;
        this.vendors = vendors;
        this.audit = audit;
    }

    void write(Filter filter, Writer out) throws IOException {
        audit.record(EgressAction.EXPORTED);
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            var batch = log.list(filter, null, BATCH);
            while (!batch.isEmpty()) {
                batch.forEach(entry -> write(entry, csv));
                batch = log.list(filter, batch.getLast().id(), BATCH);
            }
        }
    }

    private void write(LedgerEntry entry, CsvWriter csv) {
        csv.writeRecord(
                entry.at().toString(),
                entry.purpose().name(),
                entry.vendor(),
                SpreadsheetCell.harmless(vendors.nameOf(entry.vendor())),
                SpreadsheetCell.harmless(entry.host()),
                entry.area().name(),
                entry.model() == null ? "" : SpreadsheetCell.harmless(entry.model()),
                entry.data().stream().map(Enum::name).collect(Collectors.joining(" ")),
                String.valueOf(entry.calls()),
                String.valueOf(entry.sentBytes()),
                String.valueOf(entry.receivedBytes()),
                entry.masked() == null ? "" : String.valueOf(entry.masked()),
                entry.outcome().name());
    }
}
