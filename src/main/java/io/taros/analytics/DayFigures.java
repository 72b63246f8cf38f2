package io.taros.analytics;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What one day of one bot came to, or several days together.
 *
 * @param day the first, where it is several
 * @param scoreBins how many scores lay in each tenth
 */
public record DayFigures(
        LocalDate day,
        int conversations,
        long sessionMillis,
        int answered,
        int askedBack,
        int handedOver,
        double scoreSum,
        List<Integer> scoreBins) {
    public static final int BINS = 10;

    public DayFigures {
        scoreBins = List.copyOf(scoreBins);
    }

    static DayFigures none(LocalDate day) {
        return new DayFigures(day, 0, 0, 0, 0, 0, 0, Collections.nCopies(BINS, 0));
    }

    /** The last tenth holds 1 as well. */
    static DayFigures of(BotCounts.Row counted) {
        var bins = new ArrayList<>(Collections.nCopies(BINS, 0));
        var score = counted.score();
        if (score != null) {
            bins.set(Math.min(BINS - 1, (int) (score * BINS)), 1);
        }
        return new DayFigures(
                counted.day(),
                counted.conversations(),
                counted.sessionMillis(),
                counted.answered(),
                counted.askedBack(),
                counted.handedOver(),
                score == null ? 0 : score,
                bins);
    }

    DayFigures plus(DayFigures other) {
        var bins = new ArrayList<Integer>();
        for (var bin = 0; bin < BINS; bin++) {
            bins.add(scoreBins.get(bin) + other.scoreBins.get(bin));
        }
        return new DayFigures(
                day,
                conversations + other.conversations,
                sessionMillis + other.sessionMillis,
                answered + other.answered,
                askedBack + other.askedBack,
                handedOver + other.handedOver,
                scoreSum + other.scoreSum,
                bins);
    }

    public int questions() {
        return answered + askedBack + handedOver;
    }

    public int scored() {
        return scoreBins.stream().mapToInt(Integer::intValue).sum();
    }

    /** The mean of all scores; empty where nothing was scored. */
    public Optional<Double> reliability() {
        return scored() == 0 ? Optional.empty() : Optional.of(scoreSum / scored());
    }

    /** The mean length of a session; empty where nobody came. */
    public Optional<Duration> session() {
        return conversations == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(sessionMillis / conversations));
    }
}
