package io.taros.analytics;

import java.time.LocalDate;

/** A day as it may be shown. */
public sealed interface Day {
    LocalDate date();

    record Shown(DayFigures figures) implements Day {
        @Override
        public LocalDate date() {
            return figures.day();
        }
    }

    /** So few conversations that sums would tell of somebody. */
    record Withheld(LocalDate date) implements Day {}

    /** Nobody came. */
    record Quiet(LocalDate date) implements Day {}
}
