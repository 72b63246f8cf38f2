package io.taros.legal;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.platform.datamap.Evidence;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import org.springframework.stereotype.Component;

/** What was signed, by whom. */
@Component
class AgreementsEvidence implements Evidence {
    private final Agreements agreements;

    AgreementsEvidence(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String file() {
        return "agreements.csv";
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("id", "version", "signer", "title", "signed");
            for (var agreement : agreements.list()) {
                csv.writeRecord(
                        agreement.id().value().toString(),
                        String.valueOf(agreement.version()),
                        SpreadsheetCell.harmless(agreement.signer()),
                        SpreadsheetCell.harmless(agreement.title()),
                        agreement.signedAt().toString());
            }
        }
    }
}
