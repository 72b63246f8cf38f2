package io.taros.backup;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How old the last backup is. Overdue is no reason to stop serving, so it does not make the
 * installation unwell: whoever watches asks for it by its own name.
 */
@Component
class BackupsHealthIndicator implements HealthIndicator {
    private static final Duration OVERDUE = Duration.ofHours(26);

    private final NightlyFiles files;
    private final InstantSource clock;

    BackupsHealthIndicator(NightlyFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (files.directory().isEmpty()) {
            return Health.unknown().build();
        }
        return files.newest()
                .map(newest -> Duration.between(newest, clock.instant()))
                .map(age ->
                        (age.compareTo(OVERDUE) > 0 ? Health.status("OVERDUE") : Health.up())
                                .withDetail("hours", age.toHours())
                                .build())
                .orElse(Health.status("OVERDUE").build());
    }
}
