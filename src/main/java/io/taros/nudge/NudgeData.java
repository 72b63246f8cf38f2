package io.taros.nudge;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.SETTINGS;
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
                                "assigned mentioned waiting replied digest quiet_from quiet_until")
                        .besides("organization_id account_id"),
                Dataset.table("nudge")
                        .about(CONVERSATIONS, MEMBER)
                        .keptWith("conversation")
                        .holds(ACTIVITY, "account_id occasion due_at")
                        .besides("organization_id id conversation_id way"));
    }
}
