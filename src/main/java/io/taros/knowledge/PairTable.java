package io.taros.knowledge;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.bot.Bot;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.springframework.stereotype.Component;

/** A bot's pairs for a spreadsheet, as they can be imported again. */
@Component
public class PairTable {
    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS = List.of("question", "answer", "phrasings");

    private final Pairs pairs;

    PairTable(Pairs pairs) {
        this.pairs = pairs;
    }

    /** Without those that are leaving. */
    public void write(Bot.Id bot, Writer out) throws IOException {
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            var from = 0;
            var batch = pairs.list(bot, Pair.Sought.ALL, from, AT_ONCE);
            while (!batch.isEmpty()) {
                batch.stream()
                        .filter(pair -> pair.standing() != Source.Standing.LEAVING)
                        .forEach(pair -> csv.writeRecord(cells(pair.words())));
                from += batch.size();
                batch = pairs.list(bot, Pair.Sought.ALL, from, AT_ONCE);
            }
        }
    }

    private static List<String> cells(NewSource.Qa words) {
        return List.of(
                SpreadsheetCell.harmless(words.question()),
                SpreadsheetCell.harmless(words.answer()),
                SpreadsheetCell.harmless(String.join(" | ", words.phrasings())));
    }
}
