package io.taros.organization;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Addresses that nobody answered from. */
@Component
class OrganizationRows implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(new Rows("invitations", "invitation", "expires_at", Duration.ofDays(30)));
    }
}
