package io.taros.handover;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Settings of a bot, and who is in which team. */
@Component
class HandoverData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("bot_handover")
                        .keptWith("bot")
                        .besides("organization_id bot_id rules hours changed_at"),
                Dataset.table("team")
                        .keptWith("organization")
                        .besides("organization_id id name created_at"),
                Dataset.table("team_member")
                        .about(CONVERSATIONS, MEMBER)
                        .keptWith("member")
                        .holds(ACTIVITY, "account_id")
                        .besides("organization_id team_id"));
    }
}
