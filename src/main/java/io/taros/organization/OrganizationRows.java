package io.taros.organization;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Addresses that nobody answered from, those who are not to come back by themselves, and keys that
 * let nobody in.
 */
@Component
class OrganizationRows implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows("invitations", "invitation", "expires_at", Duration.ofDays(30)),
                new Rows("former-members", "former_member", "removed_at", Duration.ofDays(730)),
                // The audit log names keys by their ids, as long as it is kept.
                new Rows(
                        "api-keys",
                        "api_key",
                        "least(revoked_at, expires_at)",
                        Duration.ofDays(365)));
    }
}
