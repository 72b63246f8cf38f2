package io.taros.knowledge;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a source is being read and prepared at present. Zero where too little has happened to
 * tell.
 */
public record Pace(double pagesPerMinute, double passagesPerMinute) {
    public static final Pace UNKNOWN = new Pace(0, 0);

    /**
     * How long it takes to read and prepare what is known of so far, the passages that the unread
     * pages are likely to bring included.
     */
    public Optional<Duration> left(Source.Progress progress) {
        double unprepared = progress.passages() - progress.prepared() + expected(progress);
        if ((progress.unread() > 0 && pagesPerMinute <= 0)
                || (unprepared > 0 && passagesPerMinute <= 0)) {
            return Optional.empty();
        }
        double reading = progress.unread() == 0 ? 0 : progress.unread() / pagesPerMinute;
        double preparing = unprepared == 0 ? 0 : unprepared / passagesPerMinute;
        return Optional.of(
                Duration.ofSeconds(
                        Math.round(
                                Duration.ofMinutes(1).toSeconds() * Math.max(reading, preparing))));
    }

    private static double expected(Source.Progress progress) {
        int done = progress.found() - progress.unread();
        return done == 0 ? 0 : (double) progress.passages() / done * progress.unread();
    }
}
