package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.Rows.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void readsAnyCharset(String charset) {
        var table = "Spørgsmål;Svar\r\nÅbent?;Kl. 9, også søndag\r\n";

        assertThat(rows(table.getBytes(Charset.forName(charset))))
                .containsExactly(
                        new Row(1, List.of("Spørgsmål", "Svar")),
                        new Row(2, List.of("Åbent?", "Kl. 9, også søndag")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void tellsTheSeparatorByWhatItCuts(String separator) {
        var table = "\"a, b; c\"S\"x\ny\"\n\nOpen?S\"At \"\"nine\"\"\"\n".replace("S", separator);

        assertThat(rows(table.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new Row(1, List.of("a, b; c", "x\ny")),
                        new Row(4, List.of("Open?", "At \"nine\"")));
    }

    @Test
    void believesASpreadsheetThatNamesItsSeparator() {
        assertThat(rows("sep=;\nOpen, now?;Yes, a b, c".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Row(2, List.of("Open, now?", "Yes, a b, c")));
    }

    @Test
    void readsTheFirstSheetOfAWorkbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Question");
            var row = sheet.createRow(3);
            row.createCell(1).setCellValue("Åbent?");
            row.createCell(2).setCellValue(12.5);
            row.createCell(3).setCellFormula("1+1");
            book.createSheet().createRow(0).createCell(0).setCellValue("another sheet");
            book.write(out);
        }

        assertThat(rows(out.toByteArray()))
                .containsExactly(
                        new Row(1, List.of("Question")), new Row(4, List.of("", "Åbent?", "12.5")));
    }

    @Test
    void saysWhyNothingCanBeRead() throws IOException {
        assertThat(problem("a,b\n".repeat(2_002))).isEqualTo(ReadProblem.TABLE_TOO_LONG);
        assertThat(problem(",".repeat(30) + "a")).isEqualTo(ReadProblem.TABLE_TOO_LONG);
        assertThat(problem("a,\"b\n")).isEqualTo(ReadProblem.TABLE_DAMAGED);
        assertThat(problem(" \n\n")).isEqualTo(ReadProblem.EMPTY);
        assertThat(problem("PK\u0003\u0004 cut off")).isEqualTo(ReadProblem.NO_TABLE);
        assertThat(problem("%PDF-1.4\u0000\u0001")).isEqualTo(ReadProblem.NO_TABLE);
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            for (var i = 0; i < 2_002; i++) {
                sheet.createRow(i).createCell(0).setCellValue("a");
            }
            book.write(out);
        }
        assertThat(RowReader.read(out.toByteArray()))
                .isEqualTo(new Rows.Unreadable(ReadProblem.TABLE_TOO_LONG));
    }

    @Test
    void readsInAProcessOfItsOwn() throws InterruptedException {
        var readers = new Readers();
        try {
            assertThat(readers.rows("Open?,Yes".getBytes(StandardCharsets.UTF_8), "a.csv"))
                    .isEqualTo(new Rows.Found(List.of(new Row(1, List.of("Open?", "Yes")))));
        } finally {
            readers.destroy();
        }
    }

    private static List<Row> rows(byte[] content) {
        return ((Rows.Found) RowReader.read(content)).rows();
    }

    private static ReadProblem problem(String content) {
        return ((Rows.Unreadable) RowReader.read(content.getBytes(StandardCharsets.ISO_8859_1)))
                .problem();
    }
}
