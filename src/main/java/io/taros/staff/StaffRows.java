package io.taros.staff;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why staff was let in, and which of them came; the audit log has it, too. */
@Component
class StaffRows implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows("staff-accesses", "staff_access", "asked_at", Duration.ofDays(365)));
    }
}
