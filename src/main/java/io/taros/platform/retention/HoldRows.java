package io.taros.platform.retention;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** That something was held, and why, can be asked about as long as a claim can. */
@Component
class HoldRows implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(new Rows("legal-holds", "legal_hold", "until", Duration.ofDays(3 * 365)));
    }
}
