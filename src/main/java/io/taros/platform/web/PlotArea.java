package io.taros.platform.web;

import java.util.Locale;

/**
 * A part of a picture in which values from 0 to 1 are drawn: one axis to the right, the other
 * upwards, while a picture's own numbers grow downwards.
 */
public record PlotArea(int left, int top, int width, int height) {
    public int right() {
        return left + width;
    }

    public int bottom() {
        return top + height;
    }

    public String x(double share) {
        return number(left + share * width);
    }

    public String y(double share) {
        return number(bottom() - share * height);
    }

    /** A length along the first axis. */
    public String across(double share) {
        return number(share * width);
    }

    /** A length along the second axis. */
    public String up(double share) {
        return number(share * height);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
