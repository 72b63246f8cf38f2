package io.taros.knowledge.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads Excel's sheets row by row, with what a cell shows rather than how it is worked out. */
final class SheetsReader {
    private SheetsReader() {}

    static Extracted read(byte[] content, String name) {
        OfficeLimits.set();
        try (var file = OPCPackage.open(new ByteArrayInputStream(content))) {
            var out = new StructuredText();
            var reader = new XSSFReader(file);
            var strings = new ReadOnlySharedStringsTable(file);
            var hidden = hidden(reader);
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (var sheet = sheets.next()) {
                    if (!hidden.contains(sheets.getSheetName())) {
                        out.heading(2, sheets.getSheetName());
                        read(sheet, reader.getStylesTable(), strings, out);
                    }
                }
            }
            var title = file.getPackageProperties().getTitleProperty().orElse(null);
            return new Extracted.Text(OfficeLimits.titleOr(title, name), out.text(), null);
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | XMLStreamException
                | ParserConfigurationException
                | RuntimeException
                | StackOverflowError damaged) {
            return OfficeLimits.unreadable(damaged);
        }
    }

    private static Set<String> hidden(XSSFReader reader)
            throws IOException, OpenXML4JException, XMLStreamException {
        var hidden = new HashSet<String>();
        try (var workbook = reader.getWorkbookData()) {
            var xml = SafeXml.reader(workbook.readAllBytes());
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && SafeXml.attribute(xml, "state")
                                .toLowerCase(Locale.ROOT)
                                .endsWith("hidden")) {
                    hidden.add(SafeXml.attribute(xml, "name"));
                }
            }
        }
        return hidden;
    }

    private static void read(
            InputStream sheet,
            StylesTable styles,
            ReadOnlySharedStringsTable strings,
            StructuredText out)
            throws IOException, SAXException, ParserConfigurationException {
        var rows = new Rows(new TableRows(out));
        var parser = XMLHelper.newXMLReader();
        parser.setContentHandler(
                new XSSFSheetXMLHandler(styles, strings, rows, new DataFormatter(), false));
        parser.parse(new InputSource(sheet));
        rows.table.end();
    }

    private static final class Rows implements SheetContentsHandler {
        private static final int MAX_CELLS = 500;

        private final TableRows table;
        private final List<String> cells = new ArrayList<>();

        Rows(TableRows table) {
            this.table = table;
        }

        @Override
        public void startRow(int number) {
            cells.clear();
        }

        @Override
        public void endRow(int number) {
            table.row(cells);
        }

        @Override
        public void cell(
                @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            var column = reference == null ? cells.size() : new CellReference(reference).getCol();
            while (cells.size() < Math.min(column, MAX_CELLS)) {
                cells.add("");
            }
            if (cells.size() < MAX_CELLS && value != null) {
                cells.add(value);
            }
        }
    }
}
