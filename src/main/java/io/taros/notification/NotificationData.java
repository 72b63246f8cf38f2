package io.taros.notification;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.MEMBER;
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
                        .seals(CREDENTIAL, "sealed_url sealed_secret sealed_previous")
                        .besides(
                                "organization_id id kind name events bot_id is_content previous_until failures failing_since last_failed_at off_at created_at"),
                Dataset.table("notification_delivery")
                        .about(CONVERSATIONS, VISITOR, MEMBER)
                        .keptByRule(PassingDeliveries.RULE)
                        .holds(ACTIVITY, "word score subject created_at")
                        .seals(ACTIVITY, "sealed_erased")
                        .besides(
                                "organization_id id position channel_id event conversation_id bot_id place status attempts problem ended_at is_under_way"));
    }
}
