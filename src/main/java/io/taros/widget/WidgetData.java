package io.taros.widget;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What visitors read about talking to an AI, in sums, and what they ask for by mail. */
@Component
class WidgetData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("consent_rule")
                        .keptWith("bot")
                        .besides("organization_id bot_id since"),
                Dataset.table("visitor_files_off")
                        .keptWith("bot")
                        .besides("organization_id bot_id since"),
                Dataset.table("transcript_request")
                        .about(CONVERSATIONS, VISITOR)
                        .keptByRule("transcript-requests")
                        .seals(CONTACT, "sealed_email")
                        .hashes(CREDENTIAL, "secret_hash")
                        .holds(ACTIVITY, "created_at")
                        .besides("organization_id id conversation_id is_confirmed"),
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
