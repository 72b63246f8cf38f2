package io.taros.nudge;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Category.SETTINGS;
import static io.taros.platform.datamap.Category.TECHNICAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What members want to be told, and what they are to be told next. */
@Component
class NudgeData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("nudge_wish")
                        .about(CONVERSATIONS, MEMBER)
                        .keptWith("member")
                        .holds(
                                SETTINGS,
                                "assigned mentioned waiting replied digest quiet_from quiet_until pushed")
                        .besides("organization_id account_id"),
                Dataset.table("nudge")
                        .about(CONVERSATIONS, MEMBER)
                        .keptWith("conversation")
                        .holds(ACTIVITY, "account_id occasion due_at")
                        .besides("organization_id id conversation_id medium way"),
                Dataset.table("push_device")
                        .about(CONVERSATIONS, MEMBER)
                        .keptByRule(PassingDevices.RULE)
                        .seals(CREDENTIAL, "sealed_subscription")
                        .hashes(CREDENTIAL, "endpoint_hash browser")
                        .holds(TECHNICAL, "family")
                        .holds(ACTIVITY, "account_id created_at alive_at arrived_at problem")
                        .besides("organization_id id"),
                Dataset.table("push_key")
                        .seals(CREDENTIAL, "sealed_key")
                        .besides("id is_only created_at"));
    }
}
