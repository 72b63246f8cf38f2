package io.taros.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of each question, to be read, sorted and learned from: a line of JSON each, or a
 * table where the file's name ends in {@code .csv}.
 */
final class Details {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FOUND = 10;

    private Details() {}

    /**
     * @param right whether the answer rests on a row that answers the question
     * @param found the first ten rows found
     */
    record Line(
            String id,
            @Nullable String org,
            @Nullable String kind,
            @Nullable String lang,
            String question,
            String standalone,
            Set<String> gold,
            boolean unanswerable,
            String outcome,
            String answer,
            double score,
            boolean right,
            List<String> found,
            double millis,
            Map<String, Double> features) {
        static Line of(Result result) {
            var row = result.question();
            var given = result.given();
            return new Line(
                    row.id(),
                    row.organization(),
                    row.kind(),
                    row.language(),
                    row.text(),
                    given.standalone(),
                    row.gold(),
                    row.unanswerable(),
                    given.outcome(),
                    given.text(),
                    result.score(),
                    result.right(),
                    result.found().stream().limit(FOUND).toList(),
                    result.millis(),
                    given.features());
        }
    }

    static void write(Path file, List<Result> results) {
        var lines = results.stream().map(Line::of).toList();
        OutputFile.write(file, isTable(file) ? DetailsCsv.of(lines) : json(lines));
    }

    private static boolean isTable(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static String json(List<Line> lines) {
        return lines.stream()
                .map(line -> JSON.writeValueAsString(line) + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
