package io.taros.widget;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What visitors read about talking to an AI, in sums. */
@Component
class WidgetData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("consent_rule")
                        .keptWith("bot")
                        .besides("organization_id bot_id since"),
                Dataset.table("ai_notice_off")
                        .keptWith("bot")
                        .besides("organization_id bot_id reason since"),
                Dataset.table("ai_notice")
                        .keptWith("bot")
                        .besides("organization_id bot_id version language wording"),
                Dataset.table("ai_notice_day")
                        .keptByRule("ai-notices")
                        .besides("organization_id bot_id version day conversations"),
                Dataset.table("ai_notice_shown")
                        .keptWith("conversation")
                        .besides("organization_id conversation_id version"));
    }
}
