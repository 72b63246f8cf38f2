package io.taros.followup;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Purpose.CONVERSATIONS;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where conversations go on by mail. */
@Component
class FollowUpData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("mail_thread")
                        .about(CONVERSATIONS, VISITOR)
                        .keptWith("conversation")
                        .seals(CONTACT, "sealed_email")
                        .seals(CREDENTIAL, "sealed_secret")
                        .hashes(CREDENTIAL, "secret_hash stop_hash")
                        .holds(ACTIVITY, "mailed_at failed_at stopped_at refused created_at")
                        .besides("organization_id id conversation_id mailed_sequence"));
    }
}
