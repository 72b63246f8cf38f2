package io.taros.draft;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** When drafts were published. */
@Component
class DraftData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("publication")
                        .about(Purpose.KNOWLEDGE, MEMBER)
                        .keptWith("bot")
                        .holds(ACTIVITY, "reason")
                        .besides("organization_id id bot_id published_at"));
    }
}
