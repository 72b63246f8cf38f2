package io.taros.block;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.TECHNICAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is blocked, and what they are known by. */
@Component
class BlockData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("visitor_block")
                        .about(CONVERSATIONS, VISITOR, MEMBER)
                        .keptByRule("visitor-blocks")
                        .holds(ACTIVITY, "label reason blocked_by created_at until")
                        .holds(TECHNICAL, "address_range")
                        .besides("organization_id id learns_address bots"),
                Dataset.table("visitor_block_mark")
                        .about(CONVERSATIONS, VISITOR)
                        .keptByRule("blocked-addresses")
                        .seals(CONTACT, "sealed_digest")
                        .hashes(CONTACT, "mark")
                        .besides("organization_id id block_id kind created_at"));
    }
}
