package io.taros.rights;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What was asked can be asked about for three years; a copy of what is held waits for some days.
 */
@Component
class RightsRows implements PassingRows {
    private static final Duration REGISTER = Duration.ofDays(3 * 365);

    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                // Whoever is to lift a restriction finds it here.
                new Rows(
                        "data-subject-requests",
                        "subject_request",
                        "(case when restricted_since is null then closed_at end)",
                        REGISTER),
                Rows.ofDays("self-service", "self_service_day", "day", REGISTER),
                new Rows("data-subject-exports", "subject_export", "expires_at", Duration.ZERO)
                        .withoutHold());
    }
}
