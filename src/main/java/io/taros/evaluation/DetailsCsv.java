package io.taros.evaluation;

import io.taros.evaluation.Details.Line;
import io.taros.platform.web.SpreadsheetCell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The details for a spreadsheet: a row for each question, a column for each feature. */
final class DetailsCsv {
    private static final String LINE_END = "\r\n";
    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "org",
                    "kind",
                    "lang",
                    "question",
                    "standalone",
                    "gold",
                    "unanswerable",
                    "outcome",
                    "answer",
                    "score",
                    "right",
                    "found",
                    "millis");

    private DetailsCsv() {}

    static String of(List<Line> lines) {
        var features =
                lines.stream()
                        .flatMap(line -> line.features().keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        var csv = new StringBuilder(SpreadsheetCell.BYTE_ORDER_MARK);
        var head = new ArrayList<>(COLUMNS.stream().map(DetailsCsv::text).toList());
        features.forEach(feature -> head.add(text("feature " + feature)));
        csv.append(String.join(",", head)).append(LINE_END);
        for (var line : lines) {
            csv.append(String.join(",", cells(line, features))).append(LINE_END);
        }
        return csv.toString();
    }

    private static List<String> cells(Line line, Collection<String> features) {
        var cells =
                new ArrayList<>(
                        List.of(
                                text(line.id()),
                                text(line.org()),
                                text(line.kind()),
                                text(line.lang()),
                                text(line.question()),
                                text(line.standalone()),
                                text(String.join(" | ", new TreeSet<>(line.gold()))),
                                String.valueOf(line.unanswerable()),
                                text(line.outcome()),
                                text(line.answer()),
                                String.valueOf(line.score()),
                                String.valueOf(line.right()),
                                text(String.join(" | ", line.found())),
                                String.valueOf(line.millis())));
        for (var feature : features) {
            var value = line.features().get(feature);
            cells.add(value == null ? "" : value.toString());
        }
        return cells;
    }

    /** Always quoted: so no separator of another country and no line end can begin a cell. */
    static String text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        var harmless = SpreadsheetCell.harmless(value);
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
