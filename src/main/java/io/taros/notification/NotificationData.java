package io.taros.notification;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where is told that somebody waits, and when that was. */
@Component
class NotificationData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("notification_channel")
                        .keptWith("organization")
                        .seals(CREDENTIAL, "sealed_url sealed_secret")
                        .besides("organization_id id kind name created_at"),
                Dataset.table("notification_delivery")
                        .about(CONVERSATIONS, VISITOR)
                        .keptByRule(PassingDeliveries.RULE)
                        .holds(ACTIVITY, "reason created_at")
                        .besides(
                                "organization_id id channel_id event conversation_id status attempts problem ended_at"));
    }
}
