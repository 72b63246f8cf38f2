package io.taros.bot;

import static io.taros.platform.datamap.Subject.NAMED;

import io.taros.platform.datamap.Category;
import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** How bots are set up: the organization's words, which may name people. */
@Component
class BotData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("bot")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("organization")
                        .holds(
                                Category.KNOWLEDGE,
                                "instructions greeting suggested_questions text_values")
                        .besides(
                                "organization_id id name public_key language threshold provider model "
                                        + "allowed_origins privacy_policy_url accent_colour launcher_position theme "
                                        + "text_names created_at updated_at gated_since"),
                Dataset.table("bot_draft")
                        .about(Purpose.KNOWLEDGE, NAMED)
                        .keptWith("bot")
                        .holds(Category.KNOWLEDGE, "instructions")
                        .besides(
                                "organization_id id bot_id language threshold provider model revision opened_at "
                                        + "changed_at"));
    }
}
