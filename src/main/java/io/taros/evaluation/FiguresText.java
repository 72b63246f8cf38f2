package io.taros.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taros.evaluation.Figures.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Figures for machines and for people. */
final class FiguresText {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            any -> any.withValueInclusion(JsonInclude.Include.ALWAYS))
                    .build();

    private FiguresText() {}

    /** One line; a figure that does not apply is there as null. */
    static String json(Figures figures) {
        return JSON.writeValueAsString(figures);
    }

    static String table(Figures figures) {
        var lines = new ArrayList<String>();
        line(lines, "documents", figures.documents());
        line(lines, "passages", figures.passages());
        line(lines, "questions", figures.questions());
        line(lines, "hit@1", figures.hit1());
        line(lines, "hit@5", figures.hit5());
        line(lines, "MRR", figures.mrr());
        line(lines, "nDCG@10", figures.ndcg10());
        line(lines, "answerability AUROC", figures.answerabilityAuroc());
        line(lines, "  by top similarity", figures.topSimilarity().answerabilityAuroc());
        line(lines, "calibration error", figures.ece());
        line(lines, "coverage at precision .95", figures.coverageAtPrecision95());
        line(lines, "  by top similarity", figures.topSimilarity().coverageAtPrecision95());
        line(lines, "grounded sentences", figures.groundedSentenceShare());
        line(lines, "ask, ms, p50", figures.askMillisP50());
        line(lines, "ask, ms, p99", figures.askMillisP99());
        line(lines, "teach, s", figures.teachSeconds());
        line(lines, "passages per second", figures.passagesPerSecond());
        parts(lines, figures.byKind());
        parts(lines, figures.byLang());
        return String.join(System.lineSeparator(), lines);
    }

    private static void parts(List<String> lines, Map<String, Part> parts) {
        parts.forEach((name, part) ->
                lines.add(
                        "%s: %d questions, hit@1 %s, hit@5 %s, MRR %s, nDCG@10 %s, AUROC %s"
                                .formatted(
                                        name,
                                        part.questions(),
                                        number(part.hit1()),
                                        number(part.hit5()),
                                        number(part.mrr()),
                                        number(part.ndcg10()),
                                        number(part.answerabilityAuroc()))));
    }

    private static void line(List<String> lines, String name, @Nullable Number value) {
        lines.add("%-26s %s".formatted(name, number(value)));
    }

    static String number(@Nullable Number value) {
        return switch (value) {
            case null -> "-";
            case Integer whole -> whole.toString();
            default -> String.format(Locale.ROOT, "%.3f", value.doubleValue());
        };
    }
}
