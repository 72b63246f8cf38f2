package io.taros.answering;

import io.taros.answering.Signals.Feature;
import io.taros.search.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits the weights of the reliability score to what {@code evaluate --details} wrote down, and says
 * how far they carry: each set is also judged by weights that were fitted without it. See {@code
 * docs/answer-quality.md} for the command.
 *
 * <p>Logistic regression over features brought to one scale, ridge penalty; no weight may be
 * negative, since each feature was made to speak for an answer.
 */
public final class ReliabilityFit {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROUNDS = 4_000;
    private static final double STEP = 0.5;
    private static final double RIDGE = 0.001;
    private static final int BINS = 10;
    private static final int JUDGED = 100;

    private final Passage.Kind kind;
    private final List<Feature> fitted;

    private record Row(double[] features, boolean right, boolean unanswerable, double weight) {}

    /**
     * @param share how much the set counts among the others
     */
    private record Set(String name, double share, List<Row> rows) {}

    private record Weights(double bias, double[] values) {
        double score(Row row) {
            var z = bias;
            for (var i = 0; i < values.length; i++) {
                z += values[i] * row.features()[i];
            }
            return 1 / (1 + Math.exp(-z));
        }
    }

    private ReliabilityFit(Passage.Kind kind, List<Feature> fitted) {
        this.kind = kind;
        this.fitted = fitted;
    }

    /**
     * First {@code text} or {@code question}, then the features to fit, separated by commas, then
     * the sets: a file of details, where wanted followed by {@code ,weight=} for how much it counts
     * (1) and {@code ,traps=} for how much its unanswerable questions count within it (1).
     */
    public static void main(String[] arguments) {
        var kind = Passage.Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var fitted =
                Arrays.stream(arguments[1].split(","))
                        .map(key -> Feature.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList();
        new ReliabilityFit(kind, fitted).run(Arrays.stream(arguments).skip(2).toList());
    }

    private void run(List<String> files) {
        var sets = files.stream().map(this::set).toList();
        for (var set : sets) {
            var others = sets.stream().filter(other -> !other.equals(set)).toList();
            if (!others.isEmpty()) {
                var weights = fit(others);
                print(set.name() + ", fitted without it", set.rows(), weights);
                printBins(set.rows(), weights);
            }
        }
        var weights = fit(sets);
        sets.forEach(set -> print(set.name(), set.rows(), weights));
        var prefix = kind.name().toLowerCase(Locale.ROOT) + ".";
        System.out.printf(Locale.ROOT, "%sbias=%.2f%n", prefix, weights.bias());
        for (var i = 0; i < fitted.size(); i++) {
            System.out.printf(
                    Locale.ROOT, "%s%s=%.2f%n", prefix, fitted.get(i).key(), weights.values()[i]);
        }
    }

    private Set set(String argument) {
        var parts = argument.split(",");
        var share = 1.0;
        var traps = 1.0;
        for (var part : Arrays.asList(parts).subList(1, parts.length)) {
            var value = Double.parseDouble(part.substring(part.indexOf('=') + 1));
            switch (part.substring(0, part.indexOf('='))) {
                case "weight" -> share = value;
                case "traps" -> traps = value;
                default -> throw new IllegalArgumentException(part);
            }
        }
        return new Set(parts[0], share, rows(Path.of(parts[0]), traps));
    }

    private List<Row> rows(Path file, double traps) {
        try (var lines = Files.lines(file)) {
            return lines.map(JSON::readTree)
                    .filter(line -> !line.path("features").isEmpty())
                    .map(line -> {
                        var values =
                                fitted.stream()
                                        .mapToDouble(feature ->
                                                line.path("features")
                                                        .path(feature.key())
                                                        .asDouble())
                                        .toArray();
                        var unanswerable = line.path("unanswerable").asBoolean();
                        return new Row(
                                values,
                                line.path("right").asBoolean(),
                                unanswerable,
                                unanswerable ? traps : 1);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Weights fit(List<Set> sets) {
        var means = new double[fitted.size()];
        var spreads = new double[fitted.size()];
        for (var i = 0; i < means.length; i++) {
            var feature = i;
            var values =
                    sets.stream()
                            .flatMap(set -> set.rows().stream())
                            .mapToDouble(row -> row.features()[feature])
                            .toArray();
            var mean = Arrays.stream(values).average().orElse(0);
            means[i] = mean;
            spreads[i] =
                    Math.sqrt(
                            Arrays.stream(values)
                                    .map(value -> (value - mean) * (value - mean))
                                    .average()
                                    .orElse(0));
        }
        var scaled = new Weights(0, new double[means.length]);
        for (var round = 0; round < ROUNDS; round++) {
            scaled = step(sets, scaled, means, spreads);
        }
        return unscaled(scaled, means, spreads);
    }

    private static Weights step(List<Set> sets, Weights weights, double[] means, double[] spreads) {
        var all = sets.stream().mapToDouble(Set::share).sum();
        var current = unscaled(weights, means, spreads);
        var bias = 0.0;
        var gradient = new double[means.length];
        for (var set : sets) {
            var rows = set.rows().stream().mapToDouble(Row::weight).sum();
            for (var row : set.rows()) {
                var error = current.score(row) - (row.right() ? 1 : 0);
                var counted = error * row.weight() / rows * set.share() / all;
                bias += counted;
                for (var i = 0; i < gradient.length; i++) {
                    gradient[i] += counted * scaled(row, i, means, spreads);
                }
            }
        }
        var values = new double[gradient.length];
        for (var i = 0; i < values.length; i++) {
            var old = weights.values()[i];
            values[i] = Math.max(0, old - STEP * (gradient[i] + RIDGE * old));
        }
        return new Weights(weights.bias() - STEP * bias, values);
    }

    private static double scaled(Row row, int i, double[] means, double[] spreads) {
        return spreads[i] == 0 ? 0 : (row.features()[i] - means[i]) / spreads[i];
    }

    private static Weights unscaled(Weights weights, double[] means, double[] spreads) {
        var bias = weights.bias();
        var values = new double[means.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = spreads[i] == 0 ? 0 : weights.values()[i] / spreads[i];
            bias -= values[i] * means[i];
        }
        return new Weights(bias, values);
    }

    private static void print(String name, List<Row> rows, Weights weights) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, AUROC right %.3f, answerable %.3f, calibration error %.3f%n",
                name,
                rows.size(),
                auroc(rows, weights, true),
                auroc(rows, weights, false),
                calibrationError(rows, weights));
    }

    /**
     * What the diagram in {@code docs/answer-quality.md} is drawn from: the bins that are not empty
     * as claimed/right/answers, as they are and calibrated with a hundred of the set's own answers,
     * which are left out then.
     */
    private static void printBins(List<Row> rows, Weights weights) {
        System.out.println("  as it is " + bins(rows, weights, Calibration.NONE));
        if (rows.size() < 2 * JUDGED) {
            return;
        }
        var mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, new Random(JUDGED));
        var judged =
                mixed.subList(0, JUDGED).stream()
                        .map(row ->
                                new JudgedAnswer(
                                        JudgedAnswer.Kind.GOLDEN,
                                        UUID.randomUUID(),
                                        weights.score(row),
                                        row.right()))
                        .toList();
        var rest = mixed.subList(JUDGED, mixed.size());
        System.out.println("  calibrated " + bins(rest, weights, CalibrationFit.of(judged)));
    }

    private static String bins(List<Row> rows, Weights weights, Calibration calibration) {
        var claimed = new double[BINS];
        var right = new int[BINS];
        var answers = new int[BINS];
        for (var row : rows) {
            var score = calibration.of(weights.score(row));
            var bin = Math.min(BINS - 1, (int) (score * BINS));
            claimed[bin] += score;
            right[bin] += row.right() ? 1 : 0;
            answers[bin]++;
        }
        return IntStream.range(0, BINS)
                .filter(bin -> answers[bin] > 0)
                .mapToObj(bin ->
                        String.format(
                                Locale.ROOT,
                                "%.3f/%.3f/%d",
                                claimed[bin] / answers[bin],
                                right[bin] / (double) answers[bin],
                                answers[bin]))
                .collect(Collectors.joining(" "));
    }

    private static double auroc(List<Row> rows, Weights weights, boolean byRight) {
        var won = 0.0;
        var pairs = 0L;
        for (var good : rows) {
            if (byRight ? !good.right() : good.unanswerable()) {
                continue;
            }
            var high = weights.score(good);
            for (var bad : rows) {
                if (byRight ? !bad.right() : bad.unanswerable()) {
                    var low = weights.score(bad);
                    won += high > low ? 1 : high == low ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    private static double calibrationError(List<Row> rows, Weights weights) {
        var apart = new double[BINS];
        var total = 0.0;
        for (var row : rows) {
            var score = weights.score(row);
            var bin = Math.min(BINS - 1, (int) (score * BINS));
            apart[bin] += row.weight() * (score - (row.right() ? 1 : 0));
            total += row.weight();
        }
        return Arrays.stream(apart).map(Math::abs).sum() / total;
    }
}
