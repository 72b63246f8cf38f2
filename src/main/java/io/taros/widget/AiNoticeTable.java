package io.taros.widget;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.bot.Bots;
import io.taros.platform.datamap.Evidence;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which words about talking to an AI were read, for a spreadsheet; of all bots as evidence. */
@Component
class AiNoticeTable implements Evidence {
    private final Bots bots;
    private final AiNotices notices;

    AiNoticeTable(Bots bots, AiNotices notices) {
        this.bots = bots;
        this.notices = notices;
    }

    static void write(List<AiNotice.Shown> shown, Writer out) throws IOException {
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("version", "language", "wording", "first", "last", "conversations");
            for (var row : shown) {
                csv.writeRecord(
                        row.version(),
                        Objects.requireNonNullElse(row.language(), ""),
                        SpreadsheetCell.harmless(Objects.requireNonNullElse(row.wording(), "")),
                        row.first().toString(),
                        row.last().toString(),
                        String.valueOf(row.conversations()));
            }
        }
    }

    @Override
    public String file() {
        return "ai-notice.csv";
    }

    @Override
    public void write(Writer out) throws IOException {
        write(bots.list().stream().flatMap(bot -> notices.shown(bot.id()).stream()).toList(), out);
    }
}
