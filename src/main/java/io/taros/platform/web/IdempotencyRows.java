package io.taros.platform.web;

import io.taros.platform.retention.PassingRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was answered to REST writes that may be repeated. */
@Component
class IdempotencyRows implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows("idempotency-keys", "idempotency_key", "started_at", IdempotencyKeys.KEPT)
                        .withoutHold());
    }
}
