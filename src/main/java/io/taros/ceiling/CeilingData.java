package io.taros.ceiling;

import static io.taros.platform.datamap.Category.TECHNICAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a bot may cost, and a day's count of it. */
@Component
class CeilingData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("bot_ceiling")
                        .keptWith("bot")
                        .besides("organization_id bot_id per_visitor per_bot texts changed_at"),
                Dataset.table("answer_count")
                        .about(CONVERSATIONS, VISITOR)
                        .keptByRule("answer-counts")
                        .hashes(TECHNICAL, "visitor")
                        .besides("organization_id bot_id day answers"));
    }
}
