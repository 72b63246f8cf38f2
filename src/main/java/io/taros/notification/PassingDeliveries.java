package io.taros.notification;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was sent, as long as somebody may ask why nothing came. */
@Component
class PassingDeliveries implements PassingRows {
    static final String RULE = "notification-deliveries";

    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows(RULE, "notification_delivery", "created_at", Duration.ofDays(30))
                        .withoutHold());
    }
}
