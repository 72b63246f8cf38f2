package io.taros.billing;

import static io.taros.billing.KeepingLaw.BOOKKEEPING;
import static io.taros.billing.KeepingLaw.ONE_STOP_SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** P-32: five years from the end of the financial year, whatever month that begins in. */
class KeepingLawTest {
    @Test
    void countsFromTheEndOfTheFinancialYear() {
        assertThat(kept("2026-01-01", Month.JANUARY)).isEqualTo("2031-12-31");
        assertThat(kept("2026-11-27", Month.JANUARY)).isEqualTo("2031-12-31");
        assertThat(kept("2026-12-31", Month.JANUARY)).isEqualTo("2031-12-31");
        assertThat(kept("2027-01-01", Month.JANUARY)).isEqualTo("2032-12-31");
    }

    @Test
    void knowsAYearThatBeginsInJuly() {
        assertThat(kept("2026-06-30", Month.JULY)).isEqualTo("2031-06-30");
        assertThat(kept("2026-07-01", Month.JULY)).isEqualTo("2032-06-30");
        assertThat(kept("2027-06-30", Month.JULY)).isEqualTo("2032-06-30");
    }

    /**
     * A year that ends with February ends a day later in every fourth, at both ends of the term.
     */
    @Test
    void endsWithFebruaryInLeapYears() {
        assertThat(kept("2023-02-28", Month.MARCH)).isEqualTo("2028-02-29");
        assertThat(kept("2024-02-29", Month.MARCH)).isEqualTo("2029-02-28");
        assertThat(kept("2024-03-01", Month.MARCH)).isEqualTo("2030-02-28");
    }

    /** Whatever the day: five full years after the year it is in, and never six. */
    @ParameterizedTest
    @EnumSource(Month.class)
    void keepsEveryDayForFiveYearsAndItsOwn(Month start) {
        for (var day = LocalDate.of(2023, 1, 1);
                day.isBefore(LocalDate.of(2029, 1, 1));
                day = day.plusDays(1)) {
            var until = BOOKKEEPING.keepUntil(day, start);
            assertThat(until.plusDays(1).getMonth()).isEqualTo(start);
            assertThat(until.plusDays(1).getDayOfMonth()).isEqualTo(1);
            assertThat(until).isAfterOrEqualTo(day.plusYears(5)).isBefore(day.plusYears(6));
        }
    }

    @Test
    void countsCalendarYearsForTheOneStopShopWhateverTheBooksDo() {
        for (var start : Month.values()) {
            assertThat(ONE_STOP_SHOP.keepUntil(LocalDate.parse("2026-02-03"), start))
                    .isEqualTo("2036-12-31");
        }
    }

    @Test
    void beginsInJanuaryUnlessTheSettingsSayOtherwise() {
        assertThat(settings(Map.of())).isEqualTo(Month.JANUARY);
        assertThat(settings(Map.of("taros.billing.financial-year-start", "july")))
                .isEqualTo(Month.JULY);
    }

    private static Month settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("taros.billing", BillingSettings.class)
                .financialYearStart();
    }

    private static LocalDate kept(String day, Month start) {
        return BOOKKEEPING.keepUntil(LocalDate.parse(day), start);
    }
}
