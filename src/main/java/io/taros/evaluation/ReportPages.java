package io.taros.evaluation;

import io.taros.evaluation.Figures.Part;
import io.taros.evaluation.Thresholds.Covered;
import io.taros.evaluation.report.Plot;
import io.taros.evaluation.report.ReportPage;
import io.taros.evaluation.report.ReportPage.Answerability;
import io.taros.evaluation.report.ReportPage.Bin;
import io.taros.evaluation.report.ReportPage.Coverage;
import io.taros.evaluation.report.ReportPage.Figure;
import io.taros.evaluation.report.ReportPage.Outcome;
import io.taros.evaluation.report.ReportPage.Parts;
import io.taros.evaluation.report.ReportPage.Point;
import io.taros.evaluation.report.ReportPage.Reliability;
import io.taros.evaluation.report.ReportPage.Target;
import io.taros.evaluation.report.ReportPage.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a measurement into the words and numbers of its page. */
final class ReportPages {
    private static final List<Double> PRECISIONS = List.of(0.99, 0.95, 0.9, 0.85, 0.8, 0.7);
    private static final List<Double> LET_THROUGH = List.of(0.01, 0.05, 0.1, 0.2, 0.3, 0.5);
    private static final double PRECISION = 0.95;

    private ReportPages() {}

    static ReportPage of(ReportPage.Head head, Measured measured) {
        var results = measured.results();
        var figures = Figures.of(measured.taught(), results);
        var judged = Trustworthiness.judged(results);
        return new ReportPage(
                head,
                figures(figures),
                outcomes(results),
                judged.isEmpty() ? null : reliability(judged),
                judged.isEmpty() ? null : coverage(judged),
                figures.answerabilityAuroc() == null ? null : answerability(results),
                Stream.of(parts("Kind", figures.byKind()), parts("Language", figures.byLang()))
                        .filter(table -> !table.parts().isEmpty())
                        .toList(),
                Mistakes.of(judged, measured.titles()));
    }

    private static List<Figure> figures(Figures figures) {
        return Stream.of(finding(figures), trust(figures), times(figures))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Figure> finding(Figures figures) {
        return List.of(
                figure("Documents", figures.documents(), "rows that were taught and read"),
                figure("Passages", figures.passages(), "pieces they were cut into"),
                figure("Questions", figures.questions(), "that were asked"),
                figure("Hit at 1", figures.hit1(), "a right row is the first one found"),
                figure("Hit at 5", figures.hit5(), "a right row is among the first five"),
                figure("MRR", figures.mrr(), "one divided by the rank of the first right row"),
                figure(
                        "nDCG at 10",
                        figures.ndcg10(),
                        "how near the order of the first ten is to the best one"));
    }

    private static List<Figure> trust(Figures figures) {
        return List.of(
                figure(
                        "Answerability AUROC",
                        figures.answerabilityAuroc(),
                        "how often an answerable question scores above an unanswerable one"),
                figure(
                        "The same by top similarity",
                        figures.topSimilarity().answerabilityAuroc(),
                        "had the most similar passage been the answer, and its similarity the score"),
                figure(
                        "Calibration error",
                        figures.ece(),
                        "how far the score is from the share of right answers; 0 is best"),
                figure(
                        "Coverage at 95 % precision",
                        figures.coverageAtPrecision95(),
                        "the most that can be answered with 95 % of the answers right"),
                figure(
                        "The same by top similarity",
                        figures.topSimilarity().coverageAtPrecision95(),
                        "the yardstick for the line above, from this run"),
                figure(
                        "Grounded sentences",
                        figures.groundedSentenceShare(),
                        "sentences of answers that their sources say"));
    }

    private static List<Figure> times(Figures figures) {
        return List.of(
                figure("Answer, ms, median", figures.askMillisP50(), "half of them took no longer"),
                figure("Answer, ms, p99", figures.askMillisP99(), "99 of 100 took no longer"),
                figure("Teaching, s", figures.teachSeconds(), "until all of it could be found"),
                figure("Passages a second", figures.passagesPerSecond(), "while teaching"));
    }

    private static Figure figure(String name, @Nullable Number value, String meaning) {
        return new Figure(name, FiguresText.number(value), meaning);
    }

    private static List<Outcome> outcomes(List<Result> results) {
        return Stream.of(
                        outcome(
                                "Answerable",
                                results.stream().filter(each -> each.question().isRanked())),
                        outcome(
                                "Unanswerable",
                                results.stream().filter(each -> each.question().unanswerable())),
                        outcome(
                                "Answerable, no right row named",
                                results.stream()
                                        .filter(each ->
                                                !each.question().isRanked()
                                                        && !each.question().unanswerable())))
                .filter(outcome -> outcome.total() > 0)
                .toList();
    }

    private static Outcome outcome(String questions, Stream<Result> some) {
        var results = some.toList();
        return new Outcome(
                questions,
                count(results, "answered", true),
                count(results, "answered", false),
                count(results, "unanswered", true) + count(results, "unanswered", false),
                count(results, "handover", true) + count(results, "handover", false),
                results.size());
    }

    private static int count(List<Result> results, String outcome, boolean right) {
        return (int)
                results.stream()
                        .filter(each ->
                                each.given().outcome().equals(outcome) && each.right() == right)
                        .count();
    }

    private static Reliability reliability(List<Result> judged) {
        var calibration = Calibration.of(judged);
        return new Reliability(
                FiguresText.number(calibration.error()),
                judged.size(),
                calibration.bins().stream().map(ReportPages::bin).toList());
    }

    private static Bin bin(Calibration.Bin bin) {
        var interval = bin.interval();
        return new Bin(
                Plot.span(bin.from(), bin.to()),
                bin.from(),
                bin.questions(),
                bin.claimed(),
                bin.right(),
                interval.low(),
                interval.high());
    }

    private static Coverage coverage(List<Result> judged) {
        var thresholds = Thresholds.covered(judged);
        return new Coverage(
                Trustworthiness.coverage(thresholds, PRECISION),
                thresholds.stream()
                        .map(each -> new Point(each.coverage(), each.precision()))
                        .toList(),
                PRECISIONS.stream().map(precision -> target(thresholds, precision)).toList());
    }

    private static Target target(List<Covered> thresholds, double precision) {
        var coverage = Trustworthiness.coverage(thresholds, precision);
        var from =
                thresholds.stream()
                        .filter(each -> each.coverage() == coverage)
                        .map(Covered::score)
                        .findFirst();
        return new Target(precision, coverage, from.orElse(null));
    }

    private static Answerability answerability(List<Result> results) {
        var thresholds = Thresholds.told(results);
        var curve = new ArrayList<Point>();
        curve.add(new Point(0, 0));
        thresholds.forEach(each -> curve.add(new Point(each.unanswerable(), each.answerable())));
        return new Answerability(
                FiguresText.number(Trustworthiness.auroc(results)),
                curve,
                LET_THROUGH.stream().map(share -> told(thresholds, share)).toList());
    }

    private static Told told(List<Thresholds.Told> thresholds, double letThrough) {
        return thresholds.stream()
                .filter(each -> each.unanswerable() <= letThrough)
                .max(Comparator.comparingDouble(Thresholds.Told::answerable))
                .map(each -> new Told(letThrough, each.answerable(), each.score()))
                .orElse(new Told(letThrough, 0, null));
    }

    private static Parts parts(String by, Map<String, Part> parts) {
        return new Parts(
                by,
                parts.entrySet().stream()
                        .map(each -> part(each.getKey(), each.getValue()))
                        .toList());
    }

    private static ReportPage.Part part(String name, Part part) {
        return new ReportPage.Part(
                name,
                part.questions(),
                FiguresText.number(part.hit1()),
                FiguresText.number(part.hit5()),
                FiguresText.number(part.mrr()),
                FiguresText.number(part.ndcg10()),
                FiguresText.number(part.answerabilityAuroc()));
    }
}
