package io.taros.analytics.web;

import io.taros.analytics.Day;
import io.taros.analytics.DayFigures;
import io.taros.analytics.Period;
import io.taros.conversation.LanguageMonths;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.PlotArea;
import io.taros.platform.web.Shell;
import io.taros.platform.web.View;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Insights: how a bot has been doing lately.
 *
 * @param threshold from which the bot answers today
 * @param languages what stays of conversations that were made anonymous
 * @param overview what conversations had in common, in whole weeks
 */
public record InsightsPage(
        BotPick pick,
        Span span,
        Periods periods,
        double threshold,
        List<LanguageMonths.Sums> languages,
        Overview overview)
        implements View {
    /**
     * @param before the period of the same length before it, to compare with
     */
    public record Periods(Period shown, Period before) {}

    /** What the upper end of a scale may stand for: its half is a round number, too. */
    private static final List<Integer> QUESTIONS =
            List.of(
                    4, 10, 20, 40, 60, 100, 200, 400, 600, 1_000, 2_000, 4_000, 6_000, 10_000,
                    20_000, 40_000, 60_000, 100_000);

    private static final List<Integer> SECONDS =
            List.of(10, 20, 60, 120, 240, 600, 1_200, 1_800, 3_600, 7_200);

    private static final PlotArea SCORES = new PlotArea(8, 24, 420, 150);

    public InsightsPage {
        languages = List.copyOf(languages);
    }

    public Period period() {
        return periods.shown();
    }

    public DayFigures totals() {
        return period().totals();
    }

    public boolean isEmpty() {
        return period().shown().isEmpty();
    }

    /** Nobody came, or too few on every day. */
    public boolean isQuiet() {
        return period().withheld() == 0;
    }

    public List<Day> latestFirst() {
        return period().days().reversed();
    }

    public List<DayChart> outcomes() {
        return DayChart.both("outcomes", period(), scale(DayFigures::questions, QUESTIONS));
    }

    public List<DayChart> reliability() {
        return DayChart.both("reliability", period(), 1);
    }

    public List<DayChart> sessions() {
        return DayChart.both("sessions", period(), scale(InsightsPage::seconds, SECONDS));
    }

    public PlotArea scores() {
        return SCORES;
    }

    /** How high a tenth's bar is, the fullest being 1. */
    public double scoresShare(int bin) {
        var most = totals().scoreBins().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most == 0 ? 0 : (double) totals().scoreBins().get(bin) / most;
    }

    private double scale(ToDoubleFunction<DayFigures> value, List<Integer> tops) {
        var most = period().shown().stream().mapToDouble(value).max().orElse(0);
        var last = tops.getLast();
        return tops.stream()
                .filter(top -> top >= most)
                .findFirst()
                .map(Integer::doubleValue)
                .orElse(Math.ceil(most / last) * last);
    }

    public static double seconds(DayFigures figures) {
        return figures.session().map(Duration::toMillis).orElse(0L) / 1_000.0;
    }

    public String percent(Shell shell, double part, double whole) {
        return whole == 0 ? "–" : shell.percent(part / whole);
    }

    public String reliability(Shell shell, DayFigures figures) {
        return figures.reliability().map(shell::percent).orElse("–");
    }

    public String session(Shell shell, DayFigures figures) {
        return figures.session().map(took -> duration(shell, took.toSeconds())).orElse("–");
    }

    public String duration(Shell shell, double seconds) {
        return Took.text(shell, seconds);
    }

    /** How a share moved against the period before, in points; nothing to compare, nothing said. */
    public @Nullable String points(Shell shell, Share share) {
        var now = share.of(totals());
        var then = share.of(periods.before().totals());
        if (now.isEmpty() || then.isEmpty()) {
            return null;
        }
        var points = Math.round(now.get() * 100) - Math.round(then.get() * 100);
        return changed(shell, "analytics.points.", points, Math.abs(points));
    }

    /** The same of a count, in percent of what it was. */
    public @Nullable String growth(Shell shell, ToDoubleFunction<DayFigures> value) {
        var then = value.applyAsDouble(periods.before().totals());
        if (then == 0) {
            return null;
        }
        var grown = Math.round((value.applyAsDouble(totals()) / then - 1) * 100);
        return changed(shell, "analytics.growth.", grown, shell.percent(Math.abs(grown) / 100.0));
    }

    /** Above a bar there is room for a few letters. */
    public String compact(Shell shell, int count) {
        return count < 10_000
                ? shell.number(count)
                : NumberFormat.getCompactNumberInstance(shell.locale(), NumberFormat.Style.SHORT)
                        .format(count);
    }

    private String changed(Shell shell, String key, long by, Object amount) {
        var days = span.days();
        if (by == 0) {
            return shell.text("analytics.same", days);
        }
        return shell.text(key + (by > 0 ? "more" : "less"), amount, days);
    }

    /** A share that can be compared. */
    public enum Share {
        ANSWERED,
        RELIABILITY;

        Optional<Double> of(DayFigures figures) {
            return switch (this) {
                case ANSWERED ->
                        figures.questions() == 0
                                ? Optional.empty()
                                : Optional.of((double) figures.answered() / figures.questions());
                case RELIABILITY -> figures.reliability();
            };
        }
    }

    @Override
    public String template() {
        return "analytics/insights";
    }
}
