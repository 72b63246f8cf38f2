package io.taros.lead;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONVERSATION;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What visitors are asked, and how far people are with what they left. */
@Component
class LeadData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("lead_form")
                        .keptWith("bot")
                        .besides("organization_id bot_id form updated_at"),
                Dataset.table("lead_consent_text")
                        .keptWith("bot")
                        .besides("organization_id bot_id version language wording since"),
                Dataset.table("lead_progress")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("lead")
                        .holds(ACTIVITY, "status assignee created_at")
                        .besides("organization_id lead_id conversation_id bot_id merged_into"),
                Dataset.table("lead_step")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("lead_progress")
                        .seals(CONVERSATION, "sealed_note")
                        .holds(ACTIVITY, "kind status assignee account created_at")
                        .besides("organization_id id lead_id"));
    }
}
