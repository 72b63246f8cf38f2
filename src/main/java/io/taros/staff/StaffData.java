package io.taros.staff;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.SETTINGS;
import static io.taros.platform.datamap.Purpose.SECURITY;
import static io.taros.platform.datamap.Subject.STAFF;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who of the staff saw what, and why. */
@Component
class StaffData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("staff_member")
                        .about(SECURITY, STAFF)
                        .keptWith("account")
                        .holds(SETTINGS, "role")
                        .holds(ACTIVITY, "added_at")
                        .besides("account_id"),
                Dataset.table("staff_access")
                        .about(SECURITY, STAFF)
                        .keptByRule("staff-accesses")
                        .holds(
                                ACTIVITY,
                                "account_id reason asked_at decided_by decided_at expires_at ended_at")
                        .besides("organization_id id"),
                Dataset.table("staff_visit")
                        .about(SECURITY, STAFF)
                        .keptWith("staff_access")
                        .holds(ACTIVITY, "account_id entered_at")
                        .besides("organization_id access_id"));
    }
}
