package io.taros.answering.web;

import io.taros.answering.Calibration;
import io.taros.answering.JudgedAnswers.Tally;
import io.taros.answering.Reliability;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Locale;

/**
 * Test: how a bot's answers were judged, and what that changes about its scores.
 *
 * @param tallies by kind, those without any left out
 */
public record CalibrationPage(BotPick pick, Calibration calibration, List<Tally> tallies)
        implements View {
    private static final List<Double> SHOWN = List.of(0.1, 0.3, 0.5, 0.7, 0.9);

    /** What is claimed elsewhere, and what is claimed of this bot. */
    public record Reading(double before, double after) {
        public String word() {
            return "answering.word."
                    + new Reliability(after, List.of()).word().name().toLowerCase(Locale.ROOT);
        }
    }

    public CalibrationPage {
        tallies = List.copyOf(tallies);
    }

    public List<Reading> readings() {
        return SHOWN.stream().map(score -> new Reading(score, calibration.of(score))).toList();
    }

    @Override
    public String template() {
        return "answering/calibration";
    }
}
