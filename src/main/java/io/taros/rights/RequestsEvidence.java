package io.taros.rights;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.platform.datamap.Evidence;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import org.springframework.stereotype.Component;

/** The register of what people asked, by number and without who it was. */
@Component
class RequestsEvidence implements Evidence {
    private static final int BATCH = 200;

    private final SubjectRequests requests;

    RequestsEvidence(SubjectRequests requests) {
        this.requests = requests;
    }

    @Override
    public String file() {
        return "data-subject-requests.csv";
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("number", "kind", "received", "due", "outcome", "closed");
            var batch = requests.before(Integer.MAX_VALUE, BATCH);
            while (!batch.isEmpty()) {
                for (var request : batch) {
                    var closing = request.closing();
                    csv.writeRecord(
                            String.valueOf(request.number()),
                            request.kind().word(),
                            request.receivedOn().toString(),
                            request.dueOn().toString(),
                            closing == null ? "" : closing.outcome().name(),
                            closing == null ? "" : closing.at().toString());
                }
                batch = requests.before(batch.getLast().number(), BATCH);
            }
        }
    }
}
