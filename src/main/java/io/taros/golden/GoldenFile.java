package io.taros.golden;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Refusal;
import io.taros.platform.web.SpreadsheetCell;
import io.taros.platform.web.StorableText;
import io.taros.platform.web.TooLarge;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Golden questions as a table: comma, semicolon or tab between the cells, as spreadsheets write it;
 * several facts in one cell stand on lines of their own or between bars.
 */
public final class GoldenFile {
    public static final int MAX_BYTES = 1 << 20;

    private static final List<String> COLUMNS =
            List.of("question", "expectation", "required", "forbidden", "source");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern BETWEEN_FACTS = Pattern.compile("(?<!\\\\)\\||[\\r\\n]");
    private static final String FILE = "file";

    private GoldenFile() {}

    /**
     * @param number of the line in the file, the first being 1
     */
    public record Line(long number, NewGoldenQuestion content) {
        BadInput refused(Refusal why) {
            return refusal(number, why);
        }
    }

    public static List<Line> read(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw tooLarge();
        }
        var text = text(file);
        var lines = new ArrayList<Line>();
        var names = List.<String>of();
        var next = 1L;
        try {
            for (var record : reader(text)) {
                next = record.getStartingLineNumber() + linesOf(record);
                if (names.isEmpty()) {
                    names = names(record);
                } else if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(line(record, names));
                }
            }
        } catch (CsvParseException broken) {
            throw refusal(next, new BadInput(FILE, "golden.file.quote"));
        }
        if (lines.isEmpty()) {
            throw new BadInput(FILE, "golden.file.empty");
        }
        return lines;
    }

    /** What can be read again, for a spreadsheet. */
    public static String write(List<GoldenQuestion> questions) {
        var table = new StringWriter().append(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv =
                CsvWriter.builder()
                        .quoteStrategy(QuoteStrategies.NON_EMPTY)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(table)) {
            csv.writeRecord(COLUMNS);
            for (var question : questions) {
                csv.writeRecord(cells(question).stream().map(SpreadsheetCell::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static List<String> cells(GoldenQuestion question) {
        var expected = question.expectation();
        var source = expected.source();
        return List.of(
                question.question(),
                expected.kind().word(),
                joined(expected.required()),
                joined(expected.forbidden()),
                source == null ? "" : source);
    }

    /** A line break inside a fact says no more than a space: facts are compared without. */
    private static String joined(List<String> facts) {
        return facts.stream()
                .map(fact -> fact.replaceAll("\\R", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | "));
    }

    /** A spreadsheet runs what begins like a formula, also if its letters have full width. */
    public static TooLarge tooLarge() {
        return new TooLarge("golden.file.large", MAX_BYTES >> 20);
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return StorableText.of(
                    text.startsWith(SpreadsheetCell.BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new BadInput(FILE, "golden.file.encoding");
        }
    }

    private static CsvReader<CsvRecord> reader(String text) {
        var head = text.lines().findFirst().orElse("");
        var separator =
                SEPARATORS.stream().filter(one -> head.indexOf(one) >= 0).findFirst().orElse(',');
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static long linesOf(CsvRecord record) {
        return 1 + record.getFields().stream().mapToLong(GoldenFile::breaksIn).sum();
    }

    private static long breaksIn(String cell) {
        return LINE_BREAK.matcher(cell).results().count();
    }

    private static List<String> names(CsvRecord head) {
        var names = head.getFields().stream().map(Facts::plain).toList();
        if (!names.contains("question")) {
            throw new BadInput(FILE, "golden.file.head", String.join(", ", COLUMNS));
        }
        for (var name : names) {
            if (!COLUMNS.contains(name) || names.indexOf(name) != names.lastIndexOf(name)) {
                throw new BadInput(FILE, "golden.file.column", name, String.join(", ", COLUMNS));
            }
        }
        return names;
    }

    private static Line line(CsvRecord record, List<String> names) {
        try {
            if (record.getFieldCount() > names.size()) {
                throw new BadInput(FILE, "golden.file.cells", names.size());
            }
            var content =
                    new NewGoldenQuestion(
                            cell(record, names, "question"),
                            Expectation.of(
                                    cell(record, names, "expectation"),
                                    facts(cell(record, names, "required")),
                                    facts(cell(record, names, "forbidden")),
                                    cell(record, names, "source")));
            return new Line(record.getStartingLineNumber(), content);
        } catch (BadInput wrong) {
            throw refusal(record.getStartingLineNumber(), wrong);
        }
    }

    private static String cell(CsvRecord record, List<String> names, String name) {
        var at = names.indexOf(name);
        return at < 0 || at >= record.getFieldCount()
                ? ""
                : SpreadsheetCell.unmarked(record.getField(at));
    }

    private static List<String> facts(String cell) {
        return Arrays.stream(BETWEEN_FACTS.split(cell))
                .map(fact -> fact.replace("\\|", "|"))
                .toList();
    }

    private static BadInput refusal(long line, Refusal why) {
        return new BadInput(FILE, "golden.file.line", String.valueOf(line), why);
    }
}
