package io.taros.answering;

import io.taros.answering.JudgedAnswer.Kind;
import io.taros.answering.Signals.Feature;
import io.taros.search.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what a calibration from a few judged answers of a set does to the rest of it, after what
 * {@code evaluate --details} wrote down. Scores are computed anew with the weights of this version.
 *
 * <p>Answers are taken at random, as golden questions; then as ratings of what was answered at the
 * usual threshold, wrong answers rated three times as readily as right ones and one rating in ten
 * mistaken; then as answers that somebody improved, wrong ones ten times as readily. See {@code
 * docs/adr/025-a-bots-own-evidence.md}.
 */
public final class CalibrationTrial {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ReliabilityModel MODEL = ReliabilityModel.load();
    private static final int[] SIZES = {3, 10, 30, 100, 300};
    private static final int DRAWS = 20;
    private static final int BINS = 10;
    private static final double THRESHOLD = 0.5;

    private record Scored(double score, boolean isRight) {}

    /**
     * @param eagerness how readily a wrong answer is judged, a right one being 1
     * @param mistaken the share of verdicts that are wrong
     */
    private record Judge(Kind kind, double eagerness, double mistaken) {
        private static final List<Judge> ALL =
                List.of(
                        new Judge(Kind.GOLDEN, 1, 0),
                        new Judge(Kind.RATING, 3, 0.1),
                        new Judge(Kind.IMPROVEMENT, 10, 0.05));

        private boolean sees(Scored answer) {
            return kind == Kind.GOLDEN || answer.score() >= THRESHOLD;
        }
    }

    private CalibrationTrial() {}

    /** {@code text=} or {@code question=} and a file of details, for each set. */
    public static void main(String[] arguments) throws IOException {
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var kind = Passage.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
            var answers = read(kind, Path.of(parts[1]));
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d answers, %.3f right, ECE %.3f%n",
                    Path.of(parts[1]).getFileName(),
                    answers.size(),
                    answers.stream().filter(Scored::isRight).count() / (double) answers.size(),
                    error(answers, Calibration.NONE));
            for (var judge : Judge.ALL) {
                Arrays.stream(SIZES).forEach(size -> tell(answers, judge, size));
            }
        }
    }

    private static List<Scored> read(Passage.Kind kind, Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(JSON::readTree)
                    .filter(line -> !line.path("features").isEmpty())
                    .filter(line ->
                            line.path("unanswerable").asBoolean() || !line.path("gold").isEmpty())
                    .map(line -> scored(kind, line))
                    .toList();
        }
    }

    private static Scored scored(Passage.Kind kind, JsonNode line) {
        var values = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            values.put(feature, line.path("features").path(feature.key()).asDouble());
        }
        return new Scored(MODEL.score(new Signals(kind, values)), line.path("right").asBoolean());
    }

    private static void tell(List<Scored> answers, Judge judge, int size) {
        var before = new double[DRAWS];
        var after = new double[DRAWS];
        for (var draw = 0; draw < DRAWS; draw++) {
            var random = new Random(1_000L * size + draw);
            var order = order(answers, judge, random);
            if (order.size() < size * 3 / 2) {
                return;
            }
            var taken = order.subList(0, size);
            var isTaken = new HashSet<>(taken);
            var rest =
                    IntStream.range(0, answers.size())
                            .filter(each -> !isTaken.contains(each))
                            .mapToObj(answers::get)
                            .toList();
            before[draw] = error(rest, Calibration.NONE);
            after[draw] = error(rest, CalibrationFit.of(judged(answers, taken, judge, random)));
        }
        System.out.printf(
                Locale.ROOT,
                "  %-11s n=%3d  ECE %.3f -> %.3f, the worst draw %+.3f%n",
                judge.kind(),
                size,
                Arrays.stream(before).average().orElseThrow(),
                Arrays.stream(after).average().orElseThrow(),
                IntStream.range(0, DRAWS).mapToDouble(i -> after[i] - before[i]).max().orElse(0));
    }

    /** A weighted draw without returning: by the earliest of exponential times. */
    private static List<Integer> order(List<Scored> answers, Judge judge, Random random) {
        var times =
                answers.stream()
                        .mapToDouble(answer ->
                                -Math.log(1 - random.nextDouble())
                                        / (answer.isRight() ? 1 : judge.eagerness()))
                        .toArray();
        return IntStream.range(0, times.length)
                .filter(each -> judge.sees(answers.get(each)))
                .boxed()
                .sorted(Comparator.comparingDouble(each -> times[each]))
                .toList();
    }

    private static List<JudgedAnswer> judged(
            List<Scored> answers, List<Integer> taken, Judge judge, Random random) {
        return taken.stream()
                .map(answers::get)
                .map(answer -> {
                    var isMistaken = random.nextDouble() < judge.mistaken();
                    return new JudgedAnswer(
                            judge.kind(),
                            UUID.randomUUID(),
                            answer.score(),
                            answer.isRight() != isMistaken);
                })
                .toList();
    }

    private static double error(List<Scored> answers, Calibration calibration) {
        var apart = new double[BINS];
        for (var answer : answers) {
            var score = calibration.of(answer.score());
            apart[Math.min(BINS - 1, (int) (score * BINS))] += score - (answer.isRight() ? 1 : 0);
        }
        return Arrays.stream(apart).map(Math::abs).sum() / answers.size();
    }
}
