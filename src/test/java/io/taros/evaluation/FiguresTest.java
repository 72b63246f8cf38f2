package io.taros.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Result.Given GIVEN = new Result.Given("answered", "", "?", Map.of());

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Nested
    class RankingFigures {
        private final List<Result> results =
                List.of(
                        found(Set.of("a"), "a", "b", "c"),
                        found(Set.of("a", "b"), "x", "b", "y", "a"),
                        found(Set.of("a"), "x", "y", "z"),
                        unanswerable(0.9, "a"));

        @Test
        void countsOnlyQuestionsThatHaveRightRows() {
            assertThat(Ranking.of(results).hit1()).isCloseTo(1 / 3.0, EXACTLY);
            assertThat(Ranking.of(results).hit5()).isCloseTo(2 / 3.0, EXACTLY);
        }

        @Test
        void averagesTheReciprocalOfTheFirstRightRank() {
            assertThat(Ranking.of(results).mrr()).isCloseTo((1 + 0.5 + 0) / 3, EXACTLY);
        }

        @Test
        void discountsByRankAgainstTheBestPossibleOrder() {
            // Gains at ranks 2 and 4: 1/log2(3) + 1/log2(5) = 0.630930 + 0.430677, best possible
            // 1 + 0.630930.
            assertThat(Ranking.ndcg(results.get(1), 10)).isCloseTo(0.650921, within(1e-6));
            assertThat(Ranking.ndcg(results.get(0), 10)).isCloseTo(1, EXACTLY);
            assertThat(Ranking.ndcg(results.get(2), 10)).isZero();
        }

        @Test
        void isNullWhereNothingCanBeFound() {
            assertThat(Ranking.of(List.of(unanswerable(0.5))))
                    .isEqualTo(new Ranking(null, null, null, null));
        }
    }

    @Nested
    class ReliabilityFigures {
        @Test
        void countsPairsInTheRightOrderAndHalfOfTies() {
            var results =
                    List.of(
                            scored(0.9, true),
                            scored(0.4, true),
                            unanswerable(0.4),
                            unanswerable(0.1));

            // Four pairs: three won, one tied.
            assertThat(Trustworthiness.auroc(results)).isCloseTo(3.5 / 4, EXACTLY);
        }

        @Test
        void needsBothKindsForTheOrder() {
            assertThat(Trustworthiness.auroc(List.of(scored(0.9, true)))).isNull();
        }

        @Test
        void comparesScoreAndShareOfRightAnswersBinByBin() {
            var results =
                    List.of(
                            scored(0.95, true),
                            scored(0.91, false),
                            scored(0.2, false),
                            scored(0.2, false));

            // Bin 0.9: |1.86 - 1|, bin 0.2: |0.4 - 0|, over four questions.
            assertThat(Trustworthiness.ece(results)).isCloseTo((0.86 + 0.4) / 4, EXACTLY);
        }

        @Test
        void putsAScoreIntoTheBinItBeginsAndOneIntoTheLast() {
            var bins =
                    Calibration.of(
                                    List.of(
                                            scored(0.2, true),
                                            scored(0.29, false),
                                            scored(0.3, true),
                                            scored(1, true)))
                            .bins();

            assertThat(bins)
                    .extracting(Calibration.Bin::questions)
                    .containsExactly(0, 0, 2, 1, 0, 0, 0, 0, 0, 1);
            assertThat(bins.get(2).claimed()).isCloseTo(0.245, EXACTLY);
            assertThat(bins.get(2).right()).isEqualTo(0.5);
        }

        @Test
        void saysHowLittleFewQuestionsProve() {
            // Wilson's interval as published for 1 of 2 and 50 of 100.
            var few = new Calibration.Bin(0.5, 0.6, 2, 0.5, 0.5).interval();
            var many = new Calibration.Bin(0.5, 0.6, 100, 0.5, 0.5).interval();

            assertThat(few.low()).isCloseTo(0.0945, within(1e-3));
            assertThat(few.high()).isCloseTo(0.9055, within(1e-3));
            assertThat(many.low()).isCloseTo(0.4038, within(1e-3));
            assertThat(many.high()).isCloseTo(0.5962, within(1e-3));
        }

        @Test
        void drawsTheCurveWhoseAreaIsTheOrder() {
            var results =
                    List.of(
                            scored(0.9, true),
                            scored(0.4, true),
                            unanswerable(0.4),
                            unanswerable(0.1));

            var area = 0.0;
            var before = new Thresholds.Told(1, 0, 0);
            for (var told : Thresholds.told(results)) {
                area +=
                        (told.unanswerable() - before.unanswerable())
                                * (told.answerable() + before.answerable())
                                / 2;
                before = told;
            }

            assertThat(area).isCloseTo(3.5 / 4, EXACTLY);
            assertThat(before).isEqualTo(new Thresholds.Told(0.1, 1, 1));
            assertThat(Thresholds.told(List.of(unanswerable(0.4)))).isEmpty();
        }

        @Test
        void findsTheLargestShareAThresholdCouldCover() {
            var wrongFirst = List.of(scored(0.9, false), scored(0.8, true));
            var rightFirst = List.of(scored(0.9, true), scored(0.8, true), scored(0.3, false));

            assertThat(Trustworthiness.coverage(wrongFirst)).isZero();
            assertThat(Trustworthiness.coverage(rightFirst)).isCloseTo(2 / 3.0, EXACTLY);
        }

        @Test
        void cannotSplitEqualScores() {
            var tied = List.of(scored(0.9, true), scored(0.9, false));

            assertThat(Trustworthiness.coverage(tied)).isZero();
        }
    }

    @Test
    void holdsTheScoreAgainstTheTopSimilarity() {
        var answered = withTopSimilarity(scored(0.9, true), 0.5, false);
        var unknown = withTopSimilarity(unanswerable(0.1), 0.6, false);

        var figures = Figures.of(new Taught(1, 2, 4), List.of(answered, unknown));

        assertThat(figures.answerabilityAuroc()).isEqualTo(1);
        assertThat(figures.coverageAtPrecision95()).isEqualTo(0.5);
        assertThat(figures.topSimilarity()).isEqualTo(new Figures.TopSimilarity(0.0, 0.0));
    }

    private static Result withTopSimilarity(Result result, double cosine, boolean right) {
        return new Result(
                result.question(),
                result.found(),
                result.score(),
                result.right(),
                result.sentences(),
                result.groundedSentences(),
                result.millis(),
                new Result.TopSimilarity(cosine, right),
                result.given());
    }

    @Test
    void takesTheSmallestTimeThatCoversTheShare() {
        var results = List.of(timed(40), timed(10), timed(30), timed(20));

        assertThat(Figures.percentile(results, 0.5)).isEqualTo(20);
        assertThat(Figures.percentile(results, 0.99)).isEqualTo(40);
        assertThat(Figures.percentile(List.of(), 0.5)).isNull();
    }

    @Test
    void reportsKindsAndLanguagesApart() {
        var figures =
                Figures.of(
                        new Taught(1, 2, 4),
                        List.of(
                                result(question(Set.of("a"), "faq", "da", false), List.of("a")),
                                result(question(Set.of("a"), null, "da", false), List.of("b"))));

        assertThat(figures.passagesPerSecond()).isEqualTo(0.5);
        assertThat(figures.byKind()).containsOnlyKeys("faq");
        assertThat(figures.byKind().get("faq").hit1()).isEqualTo(1);
        assertThat(figures.byLang().get("da").hit1()).isEqualTo(0.5);
    }

    private static Result found(Set<String> gold, String... found) {
        return result(question(gold, null, null, false), List.of(found));
    }

    private static Result unanswerable(double score, String... found) {
        return new Result(
                question(Set.of(), null, null, true),
                List.of(found),
                score,
                false,
                0,
                0,
                1,
                Result.TopSimilarity.NONE,
                GIVEN);
    }

    private static Result scored(double score, boolean right) {
        return new Result(
                question(Set.of("a"), null, null, false),
                List.of(),
                score,
                right,
                0,
                0,
                1,
                Result.TopSimilarity.NONE,
                GIVEN);
    }

    private static Result timed(double millis) {
        return new Result(
                question(Set.of("a"), null, null, false),
                List.of(),
                0,
                false,
                0,
                0,
                millis,
                Result.TopSimilarity.NONE,
                GIVEN);
    }

    private static Result result(QuestionRow question, List<String> found) {
        return new Result(question, found, 0.5, true, 0, 0, 1, Result.TopSimilarity.NONE, GIVEN);
    }

    private static QuestionRow question(
            Set<String> gold, @Nullable String kind, @Nullable String language, boolean no) {
        return new QuestionRow("q", null, kind, language, "?", List.of(), gold, no);
    }
}
