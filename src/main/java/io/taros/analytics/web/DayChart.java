package io.taros.analytics.web;

import io.taros.analytics.Day;
import io.taros.analytics.DayFigures;
import io.taros.analytics.Period;
import io.taros.platform.web.PlotArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A picture with a place for each day, from left to right.
 *
 * @param name of the picture, in which there is a wide one for desks and a narrow one for hands
 * @param top what the upper end of the scale stands for; 0 is always at the lower
 */
public record DayChart(String name, Period period, PlotArea area, double top) {
    private static final PlotArea WIDE = new PlotArea(56, 16, 1_044, 200);
    private static final PlotArea NARROW = new PlotArea(46, 14, 290, 170);
    private static final int MARGIN = 20;
    private static final double BAR = 0.72;

    static List<DayChart> both(String name, Period period, double top) {
        return List.of(
                new DayChart(name + "-wide", period, WIDE, top),
                new DayChart(name + "-narrow", period, NARROW, top));
    }

    public boolean isWide() {
        return area.equals(WIDE);
    }

    public String look() {
        return isWide() ? "plot-wide" : "plot-narrow";
    }

    public int width() {
        return area.right() + MARGIN;
    }

    public int height() {
        return area.bottom() + 30;
    }

    public int count() {
        return period.days().size();
    }

    public Day day(int index) {
        return period.days().get(index);
    }

    /** Where a day's bar begins. */
    public String barX(int index) {
        return area.x((index + (1 - BAR) / 2) / count());
    }

    public String barWidth() {
        return area.across(BAR / count());
    }

    /** The middle of a day. */
    public String middle(int index) {
        return area.x((index + 0.5) / count());
    }

    public String y(double value) {
        return area.y(value / top);
    }

    public String length(double value) {
        return area.up(value / top);
    }

    /** So many days carry their date: as many as can be read, the last among them. */
    public List<Integer> dated() {
        var most = isWide() ? 10 : 4;
        var step = Math.max(1, (int) Math.ceil((double) count() / most));
        return IntStream.range(0, count())
                .filter(index -> (count() - 1 - index) % step == 0)
                .boxed()
                .toList();
    }

    public LocalDate date(int index) {
        return day(index).date();
    }

    /** Few enough days for each to carry a dot. */
    public boolean hasRoomForDots() {
        return count() <= (isWide() ? 90 : 30);
    }

    /** From one scored day to the next, broken where a day has nothing to show. */
    public String reliabilityLine() {
        var path = new StringBuilder();
        var drawing = false;
        for (var index = 0; index < count(); index++) {
            var score =
                    day(index) instanceof Day.Shown(DayFigures figures)
                            ? figures.reliability()
                            : Optional.<Double>empty();
            if (score.isPresent()) {
                path.append(drawing ? 'L' : 'M')
                        .append(middle(index))
                        .append(' ')
                        .append(y(score.get()));
            }
            drawing = score.isPresent();
        }
        return path.toString();
    }
}
