package io.taros.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What became of each question, a line of JSON each: to be read, sorted and learned from. */
final class Details {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FOUND = 10;

    private Details() {}

    /**
     * @param right whether the answer rests on a row that answers the question
     * @param found the first ten rows found
     */
    private record Line(
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
        var lines = results.stream().map(Line::of).map(JSON::writeValueAsString).toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new BadFile("The file %s cannot be written.".formatted(file));
        }
    }
}
