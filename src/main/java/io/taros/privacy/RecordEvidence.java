package io.taros.privacy;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.platform.datamap.Evidence;
import io.taros.platform.web.SpreadsheetCell;
import io.taros.platform.web.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The record of processing, with the organization's own terms and figures. */
@Component
class RecordEvidence implements Evidence {
    private final Holdings holdings;
    private final Texts words;

    RecordEvidence(Holdings holdings, MessageSource messages) {
        this.holdings = holdings;
        words = new Texts(messages, Locale.ENGLISH);
    }

    @Override
    public String file() {
        return "record-of-processing.csv";
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    "purpose", "part", "basis", "about", "what", "where", "kinds", "kept", "rows");
            for (var processing : holdings.list()) {
                for (var holding : processing.holdings()) {
                    csv.writeRecord(
                            words.get("privacy.purpose." + processing.purpose()),
                            words.get("privacy.part." + processing.purpose().part()),
                            words.get("privacy.basis." + processing.purpose().basis()),
                            processing.subjects().stream()
                                    .map(subject -> words.get("privacy.subject." + subject))
                                    .collect(Collectors.joining("; ")),
                            words.get("privacy.data." + holding.name()),
                            holding.place() + " " + holding.name(),
                            kinds(holding),
                            words.get(holding.end().text(), holding.end().number()),
                            holding.rows().isPresent()
                                    ? String.valueOf(holding.rows().getAsLong())
                                    : "");
                }
            }
        }
    }

    private String kinds(Processing.Holding holding) {
        return holding.lies().entrySet().stream()
                .flatMap(lies ->
                        lies.getValue().stream()
                                .map(category ->
                                        words.get("privacy.category." + category)
                                                + " ("
                                                + words.get("privacy.protection." + lies.getKey())
                                                + ")"))
                .collect(Collectors.joining("; "));
    }
}
