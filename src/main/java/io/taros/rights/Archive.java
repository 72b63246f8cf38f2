package io.taros.rights;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.rights.PersonalFiles;
import io.taros.platform.web.SpreadsheetCell;
import io.taros.platform.web.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is held about somebody for machines (JSON, with its schema), for spreadsheets (CSV)
 * and for people (one page that loads nothing), record by record: few are in memory at a time.
 */
final class Archive {
    /**
     * @param name of its file, and of its texts
     */
    record Section(String name, List<String> columns, Consumer<Consumer<HeldRecord>> records) {
        Section {
            columns = List.copyOf(columns);
        }
    }

    private static final String STYLE =
            """
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1d1b18;background:#fdfcfa}
            h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}table{border-collapse:collapse;width:100%;font-size:.9rem}
            th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd8d0;white-space:pre-wrap;overflow-wrap:anywhere}
            .frame{overflow-x:auto}.soft{color:#5c574f}@media(prefers-color-scheme:dark){body{color:#eeeae4;background:#1b1a18}th,td{border-color:#3a3733}.soft{color:#b3ada4}}
            """;

    private final JsonMapper json;
    private final Texts texts;

    Archive(JsonMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** Files beside the records, one after the other. */
    interface Files {
        Files NONE = each -> {};

        void read(Consumer<PersonalFiles.HeldFile> each);
    }

    /**
     * @param holder whose page it is, such as an organization
     */
    void write(OutputStream out, String holder, Instant now, List<Section> sections, Files files)
            throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            entry(zip, "index.html", to -> page(to, holder, now, sections));
            entry(zip, "data.json", to -> data(to, holder, now, sections));
            entry(zip, "schema.json", to -> to.write(json.writeValueAsString(schema(sections))));
            for (var section : sections) {
                entry(zip, section.name() + ".csv", to -> table(to, section));
            }
            files.read(file -> file(zip, file));
        }
    }

    private static void file(ZipOutputStream zip, PersonalFiles.HeldFile file) {
        try {
            zip.putNextEntry(new ZipEntry("files/" + file.name()));
            zip.write(file.content());
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content {
        void write(Writer to) throws IOException;
    }

    private static void entry(ZipOutputStream zip, String name, Content content)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        content.write(writer);
        writer.flush();
        zip.closeEntry();
    }

    private void data(Writer to, String holder, Instant now, List<Section> sections)
            throws IOException {
        to.write("{\"exportedAt\":" + json.writeValueAsString(now.toString()));
        to.write(",\"holder\":" + json.writeValueAsString(holder));
        for (var section : sections) {
            to.write(",\n" + json.writeValueAsString(section.name()) + ":[");
            var separator = new String[] {"\n"};
            each(
                    section,
                    record -> {
                        to.write(separator[0]);
                        to.write(json.writeValueAsString(fields(section, record)));
                        separator[0] = ",\n";
                    });
            to.write("]");
        }
        to.write("}\n");
    }

    private static Map<String, @Nullable String> fields(Section section, HeldRecord record) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("id", record.id().toString());
        fields.put("at", record.at().toString());
        for (var place = 0; place < section.columns().size(); place++) {
            fields.put(section.columns().get(place), record.values().get(place));
        }
        return fields;
    }

    private static Map<String, Object> schema(List<Section> sections) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("exportedAt", Map.of("type", "string", "format", "date-time"));
        properties.put("holder", Map.of("type", "string"));
        for (var section : sections) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("id", Map.of("type", "string", "format", "uuid"));
            fields.put("at", Map.of("type", "string", "format", "date-time"));
            section.columns()
                    .forEach(column ->
                            fields.put(column, Map.of("type", List.of("string", "null"))));
            properties.put(
                    section.name(),
                    Map.of(
                            "type",
                            "array",
                            "items",
                            Map.of(
                                    "type",
                                    "object",
                                    "properties",
                                    fields,
                                    "required",
                                    List.copyOf(fields.keySet()),
                                    "additionalProperties",
                                    false)));
        }
        return Map.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.copyOf(properties.keySet()),
                "additionalProperties",
                false);
    }

    private static void table(Writer to, Section section) throws IOException {
        to.write(SpreadsheetCell.BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().build(to);
        csv.writeRecord(Stream.concat(Stream.of("id", "at"), section.columns().stream()).toList());
        each(
                section,
                record ->
                        csv.writeRecord(
                                fields(section, record).values().stream()
                                        .map(value -> value == null ? "" : value)
                                        .map(SpreadsheetCell::harmless)
                                        .toList()));
        csv.flush();
    }

    private void page(Writer to, String holder, Instant now, List<Section> sections)
            throws IOException {
        to.write(
                """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title><style>%s</style></head><body><h1>%s</h1><p>%s</p>
                """
                        .formatted(
                                texts.locale().getLanguage(),
                                text("rights.export.title", holder),
                                STYLE,
                                text("rights.export.title", holder),
                                text("rights.export.sentence", now.toString())));
        for (var section : sections) {
            to.write("<h2>" + text("rights.kind." + section.name()) + "</h2>\n");
            rows(to, section);
        }
        to.write("</body></html>\n");
    }

    private void rows(Writer to, Section section) throws IOException {
        var isEmpty = new boolean[] {true};
        each(
                section,
                record -> {
                    if (isEmpty[0]) {
                        head(to, section);
                        isEmpty[0] = false;
                    }
                    to.write("<tr><td>" + escaped(record.at().toString()) + "</td>");
                    for (var value : record.values()) {
                        to.write("<td>" + escaped(value == null ? "" : value) + "</td>");
                    }
                    to.write("</tr>\n");
                });
        to.write(
                isEmpty[0]
                        ? "<p class=\"soft\">" + text("rights.export.nothing") + "</p>\n"
                        : "</tbody></table></div>\n");
    }

    private void head(Writer to, Section section) throws IOException {
        to.write("<div class=\"frame\"><table><thead><tr><th scope=\"col\">");
        to.write(text("rights.column.at") + "</th>");
        for (var column : section.columns()) {
            to.write("<th scope=\"col\">" + text("rights.column." + column) + "</th>");
        }
        to.write("</tr></thead><tbody>\n");
    }

    private String text(String key, Object... arguments) {
        return escaped(texts.get(key, arguments));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private interface Each {
        void write(HeldRecord record) throws IOException;
    }

    private static void each(Section section, Each work) throws IOException {
        try {
            section.records()
                    .accept(record -> {
                        try {
                            work.write(record);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
