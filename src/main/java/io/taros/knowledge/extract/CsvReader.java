package io.taros.knowledge.extract;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads tables of plain text, whatever parts their cells. */
final class CsvReader {
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',', '|');
    private static final int LOOKED_AT = 20;
    private static final int MIN_RECORDS = 3;
    private static final int HEAD = 20_000;

    private CsvReader() {}

    static boolean isCsv(String text, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var isNamed = lower.endsWith(".csv") || lower.endsWith(".tsv");
        return SEPARATORS.stream().anyMatch(separator -> cells(text, separator, isNamed) > 0);
    }

    static Extracted read(String text, String name) {
        var separator = SEPARATORS.getFirst();
        var most = 0;
        for (var candidate : SEPARATORS) {
            var cells = cells(text, candidate, true);
            if (cells > most) {
                most = cells;
                separator = candidate;
            }
        }
        var out = new StructuredText();
        var rows = new TableRows(out);
        try (var records = records(text, separator)) {
            records.forEach(record -> rows.row(record.getFields()));
        } catch (CsvParseException broken) {
            // Whoever wrote it put quotes where they liked; it is still text.
            return new Extracted.Text(name, PlainText.of(text), null);
        }
        rows.end();
        return new Extracted.Text(name, out.text(), null);
    }

    /**
     * How many cells every row has; none if they are not as many in all of them, unless a name says
     * that this is a table.
     */
    private static int cells(String text, char separator, boolean isNamed) {
        var head =
                text.length() > HEAD ? text.substring(0, text.lastIndexOf('\n', HEAD) + 1) : text;
        try (var records = records(head, separator)) {
            var counts = records.limit(LOOKED_AT).map(CsvRecord::getFieldCount).toList();
            if (counts.size() < (isNamed ? 1 : MIN_RECORDS)) {
                return 0;
            }
            var cells = counts.getFirst();
            var isEven = counts.stream().allMatch(cells::equals);
            // Names and places are written with a comma, too.
            var few = separator == ',' && !isNamed ? 2 : 1;
            if (isNamed && !isEven) {
                return counts.stream().mapToInt(Integer::intValue).sum() / counts.size() > 1
                        ? 1
                        : 0;
            }
            return isEven && cells > few ? cells : 0;
        } catch (CsvParseException none) {
            return 0;
        }
    }

    private static Stream<CsvRecord> records(String text, char separator) {
        return de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text)
                .stream();
    }
}
