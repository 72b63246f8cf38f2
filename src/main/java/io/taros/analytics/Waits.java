package io.taros.analytics;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long things took. Each is kept as one of 64 spans, every one a quarter longer than the one
 * before, from a second to a fortnight: so what is told is off by a quarter at most.
 */
public record Waits(SortedMap<Integer, Integer> spans) {
    private static final int SPANS = 64;
    private static final double LONGER = 1.25;

    public Waits {
        spans = Collections.unmodifiableSortedMap(new TreeMap<>(spans));
    }

    static String nameOf(Duration took) {
        var seconds = took.toMillis() / 1_000.0;
        var span = seconds < 1 ? 0 : 1 + (int) Math.floor(Math.log(seconds) / Math.log(LONGER));
        return "%02d".formatted(Math.min(span, SPANS - 1));
    }

    static Waits of(Cut cut) {
        var spans = new TreeMap<Integer, Integer>();
        cut.groups()
                .forEach(group ->
                        spans.put(Integer.valueOf(group.name()), group.tally().conversations()));
        return new Waits(spans);
    }

    public int count() {
        return spans.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Optional<Duration> median() {
        return within(0.5);
    }

    /** Nine of ten took no longer. */
    public Optional<Duration> slow() {
        return within(0.9);
    }

    private Optional<Duration> within(double share) {
        var wanted = share * count();
        var before = 0;
        for (var span : spans.entrySet()) {
            if (before + span.getValue() >= wanted && span.getValue() > 0) {
                return Optional.of(at(span.getKey(), (wanted - before) / span.getValue()));
            }
            before += span.getValue();
        }
        return Optional.empty();
    }

    private static Duration at(int span, double part) {
        var seconds = span == 0 ? part : Math.pow(LONGER, span - 1.0 + part);
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
