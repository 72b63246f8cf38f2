package io.taros.knowledge.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the first sheet of an XLSX, row by row, and stops where there are too many. */
final class SheetReader {
    private SheetReader() {}

    static Rows read(byte[] content) {
        OfficeLimits.set();
        var lines = new Lines();
        try (var file = OPCPackage.open(new ByteArrayInputStream(content))) {
            var reader = new XSSFReader(file);
            var sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                return new Rows.Unreadable(ReadProblem.EMPTY);
            }
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(
                    new XSSFSheetXMLHandler(
                            reader.getStylesTable(),
                            new ReadOnlySharedStringsTable(file),
                            lines,
                            new DataFormatter(Locale.ROOT),
                            false));
            try (var sheet = sheets.next()) {
                parser.parse(new InputSource(sheet));
            }
            return new Rows.Found(lines.rows);
        } catch (Lines.TooMany tooMany) {
            return new Rows.Unreadable(ReadProblem.TABLE_TOO_LONG);
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException damaged) {
            var isBomb = String.valueOf(damaged.getMessage()).contains("Zip bomb");
            return new Rows.Unreadable(isBomb ? ReadProblem.TABLE_TOO_LONG : ReadProblem.NO_TABLE);
        }
    }

    private static final class Lines implements XSSFSheetXMLHandler.SheetContentsHandler {
        private static final class TooMany extends RuntimeException {}

        private final List<Rows.Row> rows = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();

        @Override
        public void startRow(int number) {
            cells.clear();
        }

        @Override
        public void cell(
                @Nullable String place, @Nullable String text, @Nullable XSSFComment comment) {
            var column = place == null ? cells.size() : new CellReference(place).getCol();
            if (text == null || text.isBlank()) {
                return;
            }
            if (column >= Rows.MOST_COLUMNS) {
                throw new TooMany();
            }
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(text);
        }

        @Override
        public void endRow(int number) {
            if (cells.isEmpty()) {
                return;
            }
            if (rows.size() == Rows.MOST) {
                throw new TooMany();
            }
            rows.add(new Rows.Row(number + 1, cells));
        }
    }
}
