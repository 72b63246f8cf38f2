package io.taros.handover;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Settings of a bot; nothing of anybody. */
@Component
class HandoverData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("bot_handover")
                        .keptWith("bot")
                        .besides("organization_id bot_id rules hours changed_at"));
    }
}
