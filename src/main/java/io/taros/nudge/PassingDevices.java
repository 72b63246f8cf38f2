package io.taros.nudge;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Browsers that nothing arrived at for so long that nobody uses them any more. */
@Component
class PassingDevices implements PassingRows {
    static final String RULE = "push-devices";

    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows(RULE, "push_device", "alive_at", Duration.ofDays(90)).withoutHold());
    }
}
