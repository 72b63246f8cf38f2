package io.taros.platform.retention;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONVERSATION;
import static io.taros.platform.datamap.Purpose.ACCOUNTABILITY;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.NAMED;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What keeps other things longer. */
@Component
class HoldData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("legal_hold")
                        .about(ACCOUNTABILITY, MEMBER, NAMED)
                        .keptByRule("legal-holds")
                        .seals(CONVERSATION, "sealed_reason")
                        .holds(ACTIVITY, "placed_by placed_at lifted_at")
                        .besides("organization_id id is_whole until"),
                Dataset.table("legal_hold_thread")
                        .keptWith("legal_hold")
                        .besides("organization_id hold_id thread_id"));
    }
}
