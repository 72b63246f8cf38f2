package io.taros.evaluation;

import io.taros.answering.Turn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A result under construction: an answerable question about delivery, unless told otherwise. */
record Results(QuestionRow question, List<String> found, double score, boolean right, String text) {
    static Results answerable(String id) {
        return new Results(
                new QuestionRow(
                        id,
                        null,
                        "delivery",
                        "en",
                        "How long does it take?",
                        List.of(),
                        Set.of("delivery"),
                        false),
                List.of("delivery"),
                0.5,
                true,
                "Four days.");
    }

    static Results unanswerable(String id) {
        var question = answerable(id).question();
        return new Results(
                new QuestionRow(id, null, null, null, question.text(), List.of(), Set.of(), true),
                List.of("returns"),
                0.5,
                false,
                "Four days.");
    }

    Results asking(String text, Turn... before) {
        var changed =
                new QuestionRow(
                        question.id(),
                        question.organization(),
                        question.kind(),
                        question.language(),
                        text,
                        List.of(before),
                        question.gold(),
                        question.unanswerable());
        return new Results(changed, found, score, right, this.text);
    }

    Results scored(double score) {
        return new Results(question, found, score, right, text);
    }

    Results finding(String... rows) {
        return new Results(question, List.of(rows), score, question.gold().contains(rows[0]), text);
    }

    Results replying(String text) {
        return new Results(question, found, score, right, text);
    }

    Result given() {
        return result("answered", Map.of("coverage", 0.25, "margin", -0.5));
    }

    Result withheld() {
        return result("unanswered", Map.of("coverage", 0.25));
    }

    private Result result(String outcome, Map<String, Double> features) {
        return new Result(
                question,
                found,
                score,
                right,
                1,
                1,
                12.5,
                Result.TopSimilarity.NONE,
                new Result.Given(outcome, text, question.text(), features));
    }
}
