package io.taros.evaluation;

import io.taros.answering.Turn;
import io.taros.evaluation.report.ReportPage;
import io.taros.evaluation.report.ReportPage.Mistake;
import io.taros.evaluation.report.ReportPage.Row;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What went wrong, the most certain first: where the score claims most, a visitor is misled. */
final class Mistakes {
    private static final int MOST = 200;
    private static final int FOUND = 5;

    private Mistakes() {}

    static ReportPage.Mistakes of(List<Result> judged, Titles titles) {
        var wrong =
                judged.stream()
                        .filter(result -> !result.right() && result.score() > 0)
                        .sorted(Comparator.comparingDouble(Result::score).reversed())
                        .toList();
        var given = (int) wrong.stream().filter(Mistakes::isGiven).count();
        return new ReportPage.Mistakes(
                given,
                wrong.size() - given,
                wrong.stream().limit(MOST).map(result -> mistake(result, titles)).toList());
    }

    private static boolean isGiven(Result result) {
        return result.given().outcome().equals("answered");
    }

    private static Mistake mistake(Result result, Titles titles) {
        var question = result.question();
        var standalone = result.given().standalone();
        return new Mistake(
                question.id(),
                question.language(),
                result.score(),
                isGiven(result),
                question.text(),
                question.history().stream().map(Mistakes::line).toList(),
                standalone.equals(question.text()) ? null : standalone,
                result.given().text(),
                IntStream.range(0, Math.min(FOUND, result.found().size()))
                        .mapToObj(i -> row(result, result.found().get(i), titles))
                        .toList(),
                new TreeSet<>(question.gold()).stream().map(id -> row(result, id, titles)).toList(),
                question.unanswerable());
    }

    private static String line(Turn turn) {
        return (turn.speaker() == Turn.Speaker.VISITOR ? "Visitor: " : "Bot: ") + turn.text();
    }

    private static Row row(Result result, String id, Titles titles) {
        return new Row(id, titles.of(result.question(), id), result.found().indexOf(id) + 1);
    }
}
