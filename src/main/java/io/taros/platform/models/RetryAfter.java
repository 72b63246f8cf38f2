package io.taros.platform.models;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a server asks to wait: seconds, or a moment (RFC 9110 §10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /** Empty when the header can be read as neither. */
    public static Optional<Duration> of(String header, InstantSource clock) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip()))));
        } catch (NumberFormatException notSeconds) {
            return untilMoment(header, clock);
        }
    }

    private static Optional<Duration> untilMoment(String header, InstantSource clock) {
        try {
            var moment = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(clock.instant(), moment.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
