package io.taros.knowledge.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads OpenDocument's texts, sheets and slides, which are written alike. */
final class OdfReader {
    /** Not part of what is said: comments, what was struck out, how something is counted. */
    private static final Set<String> SILENT =
            Set.of(
                    "annotation",
                    "tracked-changes",
                    "notes",
                    "note-citation",
                    "sequence-decls",
                    "forms",
                    "settings",
                    "scripts",
                    "event-listeners",
                    "desc",
                    "title",
                    "index-source",
                    "index-title-template",
                    "shapes");

    /** A sheet repeats its last empty cell until the edge. */
    private static final int MAX_REPEATED = 200;

    private static final int MAX_DEPTH = 500;

    private final StructuredText out = new StructuredText();
    private final StringBuilder line = new StringBuilder();
    private final XMLStreamReader xml;
    private final boolean isSheet;
    private int depth;
    private int lists;
    private boolean isItem;
    private boolean isTitled;
    private @Nullable List<String> cells;

    private OdfReader(XMLStreamReader xml, boolean isSheet) {
        this.xml = xml;
        this.isSheet = isSheet;
    }

    static Extracted read(byte[] content, String name) {
        try (var parts = ZipParts.of(content)) {
            if (text(parts, "META-INF/manifest.xml").contains("encryption-data")) {
                return new Extracted.Unreadable(ReadProblem.LOCKED);
            }
            var xml = SafeXml.reader(parts.find("content.xml").orElseThrow(IOException::new));
            var reader = new OdfReader(xml, text(parts, "mimetype").contains("spreadsheet"));
            reader.body();
            return new Extracted.Text(title(parts, name), reader.out.text(), null);
        } catch (ZipParts.Inflates bomb) {
            return new Extracted.Unreadable(ReadProblem.INFLATES);
        } catch (ZipParts.Locked locked) {
            return new Extracted.Unreadable(ReadProblem.LOCKED);
        } catch (IOException | XMLStreamException | RuntimeException damaged) {
            return new Extracted.Unreadable(ReadProblem.DAMAGED);
        }
    }

    private static String text(ZipParts parts, String part) throws IOException {
        return new String(parts.find(part).orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    private static String title(ZipParts parts, String name)
            throws IOException, XMLStreamException {
        var meta = parts.find("meta.xml");
        if (meta.isEmpty()) {
            return name;
        }
        var xml = SafeXml.reader(meta.get());
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("title")) {
                var title = BlockWriter.squeeze(xml.getElementText());
                return title.isEmpty() ? name : title;
            }
        }
        return name;
    }

    private void body() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("body")) {
                element();
                endLine();
                return;
            }
        }
    }

    private void element() throws XMLStreamException {
        if (++depth > MAX_DEPTH) {
            throw new XMLStreamException("Nested too deeply");
        }
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        line.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return;
                }
                default -> {}
            }
        }
    }

    private void start() throws XMLStreamException {
        var name = xml.getLocalName();
        if (SILENT.contains(name)) {
            skip();
            return;
        }
        switch (name) {
            case "h" -> heading();
            case "p" -> paragraph();
            case "s", "tab", "line-break" -> {
                line.append(' ');
                element();
            }
            case "list" -> list();
            case "list-item" -> {
                isItem = true;
                element();
            }
            case "page" -> slide();
            case "frame" -> frame();
            case "table" -> table();
            default -> element();
        }
    }

    private void skip() throws XMLStreamException {
        var open = 1;
        while (open > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
    }

    private void heading() throws XMLStreamException {
        var level = SafeXml.attribute(xml, "outline-level");
        endLine();
        element();
        var text = take();
        if (cells == null) {
            out.heading(level.matches("\\d{1,2}") ? Integer.parseInt(level) : 1, text);
        } else {
            line.append(text);
        }
    }

    private void paragraph() throws XMLStreamException {
        if (cells != null) {
            line.append(' ');
            element();
            return;
        }
        endLine();
        element();
        endLine();
    }

    private void list() throws XMLStreamException {
        lists++;
        element();
        endLine();
        lists--;
        isItem = false;
    }

    private void slide() throws XMLStreamException {
        isTitled = false;
        var before = out.length();
        var name = SafeXml.attribute(xml, "name");
        element();
        endLine();
        if (!isTitled && out.length() > before) {
            out.paragraph(name);
        }
    }

    /** The title of a slide is a frame like the others. */
    private void frame() throws XMLStreamException {
        if (!SafeXml.attribute(xml, "class").equals("title")) {
            element();
            return;
        }
        var text = text();
        if (!text.isBlank()) {
            isTitled = true;
            out.heading(2, text);
        }
    }

    private String text() throws XMLStreamException {
        var outer = cells;
        cells = new ArrayList<>();
        element();
        cells = outer;
        return take();
    }

    private void table() throws XMLStreamException {
        if (cells != null) {
            element();
            return;
        }
        endLine();
        if (isSheet) {
            out.heading(2, SafeXml.attribute(xml, "name"));
        }
        new Table().read();
    }

    private void endLine() {
        var text = take();
        if (lists > 0) {
            out.item(lists - 1, isItem ? "-" : " ", text);
            isItem = isItem && text.isBlank();
        } else {
            out.paragraph(text);
        }
    }

    private String take() {
        var text = line.toString();
        line.setLength(0);
        return text;
    }

    /** Rows until its end; a table within a cell is its text. */
    private final class Table {
        private final TableRows rows = new TableRows(out);

        void read() throws XMLStreamException {
            group();
            rows.end();
        }

        private void group() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        switch (xml.getLocalName()) {
                            case "table-row" -> row();
                            case "table-header-rows", "table-rows", "table-row-group" -> group();
                            default -> skip();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return;
                    }
                    default -> {}
                }
            }
        }

        private void row() throws XMLStreamException {
            var row = new ArrayList<String>();
            cells = row;
            while (xml.next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.isStartElement()) {
                    cell(row);
                }
            }
            cells = null;
            rows.row(row);
        }

        private void cell(List<String> row) throws XMLStreamException {
            var name = xml.getLocalName();
            var repeated = SafeXml.attribute(xml, "number-columns-repeated");
            if (!name.endsWith("table-cell")) {
                skip();
                return;
            }
            element();
            var text = take();
            var times = repeated.matches("\\d{1,6}") ? Integer.parseInt(repeated) : 1;
            for (var i = 0; i < Math.min(times, MAX_REPEATED - row.size()); i++) {
                row.add(text);
            }
        }
    }
}
