package io.taros.inbox;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.SETTINGS;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is there, and what they write again and again. */
@Component
class InboxData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("presence")
                        .about(CONVERSATIONS, MEMBER)
                        .keptWith("member")
                        .holds(ACTIVITY, "account_id seen_at is_away")
                        .besides("organization_id"),
                Dataset.table("assignment_setting")
                        .keptWith("organization")
                        .besides("organization_id way"),
                Dataset.table("canned_reply")
                        .about(CONVERSATIONS, MEMBER)
                        .keptWith("organization")
                        .holds(SETTINGS, "shortcut text")
                        .besides("organization_id id created_at"));
    }
}
