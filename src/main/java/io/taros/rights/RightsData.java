package io.taros.rights;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CONVERSATION;
import static io.taros.platform.datamap.Purpose.ACCOUNTABILITY;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people asked about their own data, and copies that wait to be fetched. */
@Component
class RightsData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("subject_request")
                        .about(ACCOUNTABILITY, VISITOR, MEMBER)
                        .keptByRule("data-subject-requests")
                        .seals(CONTACT, "sealed_sought sealed_person")
                        .holds(
                                ACTIVITY,
                                "received_on due_on extension opened_at opened_by erasing_since restricted_since outcome closed_at closed_by")
                        .besides("organization_id id number kind sought_by sought_bot receipt"),
                Dataset.table("self_service_day")
                        .keptByRule("self-service")
                        .besides("organization_id day kind times"),
                Dataset.table("subject_export")
                        .about(ACCOUNTABILITY, VISITOR)
                        .keptByRule("data-subject-exports")
                        .holds(ACTIVITY, "asked_at ready_at failed_at taken_at")
                        .besides("organization_id id request_id thread_ids expires_at size"),
                Dataset.table("subject_export_part")
                        .about(ACCOUNTABILITY, VISITOR)
                        .keptWith("subject_export")
                        .seals(CONVERSATION, "sealed_bytes")
                        .besides("organization_id export_id position"));
    }
}
