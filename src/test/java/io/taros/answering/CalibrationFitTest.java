package io.taros.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.taros.answering.JudgedAnswer.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a bot's own evidence may change about its scores, and what it may not. */
class CalibrationFitTest {
    private static List<JudgedAnswer> judged(Kind kind, double[] scores, DoublePredicate isRight) {
        return Arrays.stream(scores)
                .mapToObj(score ->
                        new JudgedAnswer(kind, UUID.randomUUID(), score, isRight.test(score)))
                .toList();
    }

    private static double[] spread(int count) {
        return IntStream.range(0, count).mapToDouble(i -> (i + 0.5) / count).toArray();
    }

    private static double[] allAt(int count, double score) {
        return DoubleStream.generate(() -> score).limit(count).toArray();
    }

    /** Answers that are right as often as the truth says for their score. */
    private static List<JudgedAnswer> drawn(Kind kind, int count, DoubleUnaryOperator truth) {
        var random = new Random(7);
        return judged(
                kind, spread(count), score -> random.nextDouble() < truth.applyAsDouble(score));
    }

    @Test
    void isNothingWithoutEvidence() {
        assertThat(CalibrationFit.of(List.of())).isEqualTo(Calibration.NONE);
        for (var score : spread(9)) {
            assertThat(Calibration.NONE.of(score)).isEqualTo(score);
        }
    }

    @Test
    void findsAKnownShiftAndStretch() {
        for (var known :
                List.of(
                        new Calibration(1.2, 1, 0),
                        new Calibration(-1.5, 1, 0),
                        new Calibration(0.8, 0.5, 0),
                        new Calibration(0, 1.6, 0))) {
            var found = CalibrationFit.of(drawn(Kind.GOLDEN, 4_000, known::of));

            for (var score : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
                assertThat(found.of(score))
                        .as("%s of %s", known, score)
                        .isCloseTo(known.of(score), within(0.04));
            }
            assertThat(found.judged()).isEqualTo(4_000);
        }
    }

    @Test
    void leavesScoresAloneThatMeanWhatTheySay() {
        var found = CalibrationFit.of(drawn(Kind.GOLDEN, 1_000, score -> score));

        for (var score : spread(9)) {
            assertThat(found.of(score)).isCloseTo(score, within(0.03));
        }
    }

    @Test
    void isNotMovedByWhatCouldBeChance() {
        var three = judged(Kind.GOLDEN, new double[] {0.7, 0.6, 0.8}, score -> score > 0.65);

        var found = CalibrationFit.of(three);

        assertThat(found.changesNothing()).isTrue();
        assertThat(found.judged()).isEqualTo(3);
    }

    @Test
    void movesFurtherTheMoreThereIs() {
        var shift =
                Stream.of(10, 30, 100, 300)
                        .map(count ->
                                CalibrationFit.of(
                                        judged(Kind.GOLDEN, allAt(count, 0.6), score -> true)))
                        .map(calibration -> calibration.of(0.6))
                        .toList();

        assertThat(shift).isSorted().doesNotHaveDuplicates();
        assertThat(shift.getFirst()).isLessThan(0.9);
        assertThat(shift.getLast()).isBetween(0.95, 0.999);
    }

    @Test
    void keepsTheOrderWhateverWasJudged() {
        var backwards = judged(Kind.GOLDEN, spread(500), score -> score < 0.5);
        var noise = drawn(Kind.GOLDEN, 200, score -> 0.5);

        for (var evidence : List.of(backwards, noise)) {
            var found = CalibrationFit.of(evidence);
            assertThat(Arrays.stream(spread(1_000)).map(found::of).boxed().toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void doesNotExplodeWhereScoresTellRightFromWrongWithoutFail() {
        var separable = judged(Kind.GOLDEN, spread(500), score -> score > 0.5);
        var certain = new ArrayList<>(judged(Kind.GOLDEN, allAt(500, 1), score -> true));
        certain.addAll(judged(Kind.GOLDEN, allAt(500, 0), score -> false));

        for (var evidence : List.of(separable, certain)) {
            var found = CalibrationFit.of(evidence);
            assertThat(found.slope()).isBetween(1.0, 6.0);
            assertThat(found.intercept()).isBetween(-0.1, 0.1);
            assertThat(found.of(0.5)).isCloseTo(0.5, within(0.03));
            assertThat(found.of(0.999)).isLessThan(1);
        }
    }

    @Test
    void leavesWhatIsCertainAsItIs() {
        var shifted = new Calibration(-3, 1, 40);

        assertThat(shifted.of(0)).isZero();
        assertThat(shifted.of(1)).isEqualTo(1);
    }

    /** A bot must not fall silent because a few displeased visitors pressed a thumb. */
    @Test
    void isHardlyMovedByRatingsAlone() {
        var displeased = CalibrationFit.of(judged(Kind.RATING, allAt(10, 0.85), score -> false));
        var improved = CalibrationFit.of(judged(Kind.IMPROVEMENT, allAt(10, 0.7), score -> false));

        assertThat(displeased.of(0.85)).isGreaterThan(0.7);
        assertThat(improved.of(0.7)).isGreaterThan(0.6);
    }

    @Test
    void isNotShakenByOneVerdictThatContradictsACertainScore() {
        var evidence = new ArrayList<>(judged(Kind.RATING, allAt(2, 0.9995), score -> true));
        evidence.addAll(judged(Kind.RATING, allAt(1, 0.9995), score -> false));

        assertThat(CalibrationFit.of(evidence).changesNothing()).isTrue();
    }

    /** The golden questions know better, and the skew of who rates is taken for what it is. */
    @Test
    void believesGoldenQuestionsOverRatings() {
        var evidence = new ArrayList<>(drawn(Kind.GOLDEN, 200, score -> score));
        evidence.addAll(judged(Kind.RATING, allAt(500, 0.8), score -> false));

        var found = CalibrationFit.of(evidence);

        assertThat(found.of(0.8)).isCloseTo(0.8, within(0.08));
    }
}
