package io.taros.knowledge.extract;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the rows of a table as spreadsheets save it: CSV of any charset and separator, or XLSX. */
final class RowReader {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int LOOKED_AT = 50;
    private static final String TOLD = "sep=";

    private RowReader() {}

    static Rows read(byte[] content) {
        var rows =
                switch (magic(content)) {
                    case "PK\u0003\u0004" -> SheetReader.read(content);
                    case "\u00d0\u00cf\u0011\u00e0" -> new Rows.Unreadable(ReadProblem.OLD_OFFICE);
                    default -> csv(Charsets.decode(content, null, false));
                };
        return rows instanceof Rows.Found(var found) && found.isEmpty()
                ? new Rows.Unreadable(ReadProblem.EMPTY)
                : rows;
    }

    private static String magic(byte[] content) {
        return new String(content, 0, Math.min(4, content.length), StandardCharsets.ISO_8859_1);
    }

    private static Rows csv(String text) {
        var controls =
                text.chars()
                        .limit(4_096)
                        .filter(c -> c < 0x20 && "\r\n\t\f".indexOf(c) < 0)
                        .count();
        if (controls > 0) {
            return new Rows.Unreadable(ReadProblem.NO_TABLE);
        }
        var told = text.startsWith(TOLD) && text.length() > TOLD.length();
        var separator = told ? text.charAt(TOLD.length()) : separator(text);
        try {
            return found(text, separator, told ? 1 : 0);
        } catch (CsvParseException broken) {
            return new Rows.Unreadable(ReadProblem.TABLE_DAMAGED);
        }
    }

    private static Rows found(String text, char separator, int skipped) {
        var rows = new ArrayList<Rows.Row>();
        for (var record : reader(text, separator)) {
            var cells = record.getFields();
            if (record.getStartingLineNumber() <= skipped
                    || cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (rows.size() == Rows.MOST || cells.size() > Rows.MOST_COLUMNS) {
                return new Rows.Unreadable(ReadProblem.TABLE_TOO_LONG);
            }
            rows.add(new Rows.Row((int) record.getStartingLineNumber(), cells));
        }
        return new Rows.Found(rows);
    }

    /** The one that cuts most of the first lines into as many cells, and into most cells. */
    private static char separator(String text) {
        return SEPARATORS.stream()
                .max(Comparator.comparingInt(separator -> evenness(text, separator)))
                .orElse(',');
    }

    private static int evenness(String text, char separator) {
        try {
            var sizes =
                    reader(text, separator).stream()
                            .limit(LOOKED_AT)
                            .map(CsvRecord::getFieldCount)
                            .toList();
            int columns = sizes.isEmpty() ? 1 : sizes.getFirst();
            var even = (int) sizes.stream().filter(size -> size == columns).count();
            return columns == 1 ? 0 : even * 100 + Math.min(columns, 99);
        } catch (CsvParseException otherwise) {
            return 0;
        }
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }
}
