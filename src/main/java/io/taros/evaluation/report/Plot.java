package io.taros.evaluation.report;

import io.taros.evaluation.report.ReportPage.Point;
import io.taros.platform.web.PlotArea;
import java.util.List;
import java.util.Locale;

/** Where a share lies on a square picture whose axes go from 0 to 1. */
public final class Plot {
    public static final int LEFT = 44;
    public static final int TOP = 26;
    public static final int SIZE = 300;
    public static final int BOTTOM = TOP + SIZE;
    public static final int RIGHT = LEFT + SIZE;
    public static final int WIDTH = RIGHT + 22;
    public static final int HEIGHT = BOTTOM + 44;
    public static final List<Double> TICKS = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    private static final PlotArea AREA = new PlotArea(LEFT, TOP, SIZE, SIZE);

    private Plot() {}

    public static String x(double share) {
        return AREA.x(share);
    }

    public static String y(double share) {
        return AREA.y(share);
    }

    public static String length(double share) {
        return AREA.across(share);
    }

    public static String line(List<Point> points) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? "M" : "L");
            path.append(x(point.x())).append(' ').append(y(point.y()));
        }
        return path.toString();
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /** Near to the ends a whole percent says too little. */
    public static String fine(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    public static String span(double low, double high) {
        return String.format(Locale.ROOT, "%.0f–%.0f %%", low * 100, high * 100);
    }

    public static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
