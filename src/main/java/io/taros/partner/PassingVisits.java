package io.taros.partner;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who went into a client, and not lately: whoever comes back is written down once more. */
@Component
class PassingVisits implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows("client-visits", "client_visit", "entered_at", Duration.ofDays(365)));
    }
}
