package io.taros.organization;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Addresses that nobody answered from, and those who are not to come back by themselves. */
@Component
class OrganizationRows implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows("invitations", "invitation", "expires_at", Duration.ofDays(30)),
                new Rows("former-members", "former_member", "removed_at", Duration.ofDays(730)));
    }
}
