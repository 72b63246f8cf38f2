package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.taros.knowledge.extract.PdfColumns.Glyph;
import io.taros.knowledge.extract.PdfSheet.Heading;
import io.taros.knowledge.extract.PdfSheet.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Wherever letters stand on a page, each is read once. */
class PdfTextFuzzIT {
    @FuzzTest(maxDuration = "10m")
    void everyLetterIsReadOnce(FuzzedDataProvider any) {
        var glyphs = new ArrayList<Glyph>();
        while (any.remainingBytes() > 0) {
            var left = any.consumeShort() / 8f;
            glyphs.add(
                    new Glyph(
                            glyphs.size(),
                            left,
                            left + any.consumeByte() / 4f,
                            any.consumeShort() / 8f,
                            any.consumeByte() / 4f));
        }

        assertThat(PdfColumns.of(glyphs).stream().flatMap(List::stream).map(Glyph::at))
                .containsExactlyInAnyOrderElementsOf(glyphs.stream().map(Glyph::at).toList());
    }

    @FuzzTest(maxDuration = "10m")
    void everyLineIsTold(FuzzedDataProvider any) {
        var sheets = new ArrayList<PdfSheet>();
        var told = new ArrayList<String>();
        while (any.remainingBytes() > 0) {
            var lines = new ArrayList<Line>();
            for (var i = any.consumeInt(0, 8); i > 0; i--) {
                var word = word(told.size());
                told.add(word);
                lines.add(
                        new Line(
                                word + any.consumeString(20).strip(),
                                any.consumeInt(0, 800),
                                any.consumeBoolean()));
            }
            var heading = new Heading(any.consumeInt(1, 6), "h" + any.consumeString(5));
            sheets.add(new PdfSheet(800, lines, List.of(heading), List.of(any.consumeString(5))));
        }

        var text = PdfText.of(sheets);
        assertThat(told).allSatisfy(word -> assertThat(text).contains(word));
    }

    /** Of letters alone: numbers at the edge of a page count it. */
    private static String word(int number) {
        return "w"
                + String.valueOf(number)
                        .chars()
                        .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                        .collect(Collectors.joining());
    }
}
