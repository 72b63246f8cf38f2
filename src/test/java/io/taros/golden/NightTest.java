package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-26T20:00:00Z, 03:00, 2026-11-27T02:00:00Z",
        "2026-11-26T01:59:59Z, 03:00, 2026-11-26T02:00:00Z",
        "2026-11-26T02:00:00Z, 03:00, 2026-11-27T02:00:00Z",
        // Put forward from two to three.
        "2027-03-27T12:00:00Z, 02:30, 2027-03-28T01:30:00Z",
        // Half past two comes twice.
        "2026-10-24T12:00:00Z, 02:30, 2026-10-25T00:30:00Z",
        "2026-10-25T00:30:00Z, 02:30, 2026-10-26T01:30:00Z",
    })
    void comesByTheClockOfTheOrganization(Instant now, LocalTime time, Instant next) {
        assertThat(Night.next(time, ZoneId.of("Europe/Copenhagen"), now)).isEqualTo(next);
    }
}
