package io.taros.answering;

import io.taros.answering.Signals.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits the weights of the reliability score to what {@code evaluate --details} wrote down, and says
 * how far they carry: each set is also judged by weights that were fitted without it. See {@code
 * docs/quality.md} for the command.
 *
 * <p>Logistic regression, every set counting the same, ridge penalty; no weight may be negative,
 * since each feature was made to speak for an answer, but the one that only says which kind of
 * source it is. Word-for-word answers are left out: their weight is set by hand.
 */
public final class ReliabilityFit {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Feature> FITTED =
            Arrays.stream(Feature.values())
                    .filter(feature -> feature != Feature.EXACT && feature != Feature.FRESHNESS)
                    .toList();
    private static final int ROUNDS = 6_000;
    private static final double STEP = 0.5;
    private static final double RIDGE = 0.001;
    private static final int BINS = 10;

    /** Unanswerable questions of a trap set are written to look answerable; visitors do not. */
    private static final double TRAP = 0.25;

    private record Row(double[] features, boolean right, boolean unanswerable, double weight) {}

    private ReliabilityFit() {}

    /** Files of details; "traps:" before one weighs its unanswerable questions down. */
    public static void main(String[] files) {
        var sets = new LinkedHashMap<String, List<Row>>();
        for (var file : files) {
            sets.put(file, rows(file));
        }
        sets.forEach((name, rows) -> {
            var others = new LinkedHashMap<>(sets);
            others.remove(name);
            if (!others.isEmpty()) {
                print(name + ", fitted without it", rows, fit(others));
            }
        });
        var weights = fit(sets);
        sets.forEach((name, rows) -> print(name, rows, weights));
        System.out.printf(Locale.ROOT, "bias=%.2f%n", weights[0]);
        for (var i = 0; i < FITTED.size(); i++) {
            System.out.printf(Locale.ROOT, "%s=%.2f%n", FITTED.get(i).key(), weights[i + 1]);
        }
    }

    private static List<Row> rows(String argument) {
        var isTrap = argument.startsWith("traps:");
        var file = Path.of(argument.replaceFirst("^traps:", ""));
        try (var lines = Files.lines(file)) {
            return lines.map(JSON::readTree)
                    .filter(line -> !line.path("features").isEmpty())
                    .filter(line -> line.path("features").path("exact").asDouble() == 0)
                    .map(line -> {
                        var values =
                                FITTED.stream()
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
                                isTrap && unanswerable ? TRAP : 1);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] fit(Map<String, List<Row>> sets) {
        var weights = new double[FITTED.size() + 1];
        for (var round = 0; round < ROUNDS; round++) {
            var gradient = gradient(sets, weights);
            for (var i = 0; i < weights.length; i++) {
                var ridge = i == 0 ? 0 : RIDGE * weights[i];
                weights[i] -= STEP * (gradient[i] + ridge);
                if (i > 0 && FITTED.get(i - 1) != Feature.MANUAL) {
                    weights[i] = Math.max(0, weights[i]);
                }
            }
        }
        return weights;
    }

    private static double[] gradient(Map<String, List<Row>> sets, double[] weights) {
        var gradient = new double[weights.length];
        for (var rows : sets.values()) {
            var total = rows.stream().mapToDouble(Row::weight).sum() * sets.size();
            for (var row : rows) {
                var error = row.weight() * (score(row, weights) - (row.right() ? 1 : 0)) / total;
                gradient[0] += error;
                for (var i = 1; i < gradient.length; i++) {
                    gradient[i] += error * row.features()[i - 1];
                }
            }
        }
        return gradient;
    }

    private static double score(Row row, double[] weights) {
        var z = weights[0];
        for (var i = 1; i < weights.length; i++) {
            z += weights[i] * row.features()[i - 1];
        }
        return 1 / (1 + Math.exp(-z));
    }

    private static void print(String name, List<Row> rows, double[] weights) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, AUROC right %.3f, answerable %.3f, calibration error %.3f%n",
                name,
                rows.size(),
                auroc(rows, weights, true),
                auroc(rows, weights, false),
                calibrationError(rows, weights));
    }

    private static double auroc(List<Row> rows, double[] weights, boolean byRight) {
        var won = 0.0;
        var pairs = 0L;
        for (var good : rows) {
            if (byRight ? !good.right() : good.unanswerable()) {
                continue;
            }
            var high = score(good, weights);
            for (var bad : rows) {
                if (byRight ? !bad.right() : bad.unanswerable()) {
                    var low = score(bad, weights);
                    won += high > low ? 1 : high == low ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    private static double calibrationError(List<Row> rows, double[] weights) {
        var apart = new double[BINS];
        var total = 0.0;
        for (var row : rows) {
            var score = score(row, weights);
            var bin = Math.min(BINS - 1, (int) (score * BINS));
            apart[bin] += row.weight() * (score - (row.right() ? 1 : 0));
            total += row.weight();
        }
        return Arrays.stream(apart).map(Math::abs).sum() / total;
    }
}
