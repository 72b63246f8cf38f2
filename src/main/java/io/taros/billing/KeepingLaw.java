package io.taros.billing;

import java.time.LocalDate;
import java.time.Month;

/** Which law says how long a financial record is kept. */
public enum KeepingLaw {
    /**
     * Danish Bookkeeping Act (bogføringsloven, lov nr. 700 of 24 May 2022) § 12: five years from
     * the end of the financial year that the record is about.
     */
    BOOKKEEPING(5) {
        @Override
        LocalDate endOfYear(LocalDate day, Month yearStart) {
            var start = LocalDate.of(day.getYear(), yearStart, 1);
            return start.isAfter(day) ? start : start.plusYears(1);
        }
    },
    /**
     * VAT Directive 2006/112/EC Art. 369k: ten years from the end of the calendar year of the sale,
     * where its VAT is declared in the one-stop shop.
     */
    ONE_STOP_SHOP(10) {
        @Override
        LocalDate endOfYear(LocalDate day, Month yearStart) {
            return LocalDate.of(day.getYear() + 1, Month.JANUARY, 1);
        }
    };

    private final int years;

    KeepingLaw(int years) {
        this.years = years;
    }

    /** The first day after the year that a day is in: a first of a month, also in leap years. */
    abstract LocalDate endOfYear(LocalDate day, Month yearStart);

    /**
     * The last day that something is kept.
     *
     * @param yearStart the month the financial year begins in
     */
    LocalDate keepUntil(LocalDate day, Month yearStart) {
        return endOfYear(day, yearStart).plusYears(years).minusDays(1);
    }
}
