package io.taros.platform.audit;

import io.taros.platform.security.AccessRefused;
import io.taros.platform.security.Caller;
import io.taros.platform.web.Limit;
import io.taros.platform.web.OverLimit;
import io.taros.platform.web.RateLimits;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers who asked for what they may not do; a few times an hour, however often they try. */
@Component
class RefusalAudit {
    private enum Action implements AuditAction {
        REFUSED;

        @Override
        public String code() {
            return "access.refused";
        }
    }

    private final Audit audit;
    private final RateLimits limits;

    RefusalAudit(Audit audit, RateLimits limits) {
        this.audit = audit;
        this.limits = limits;
    }

    @EventListener
    void on(AccessRefused event) {
        if (event.caller().organization() == null || !isWithinLimit(event.caller())) {
            return;
        }
        audit.record(
                Action.REFUSED,
                null,
                Map.of("route", event.route(), "permission", event.wanted().name()));
    }

    private boolean isWithinLimit(Caller caller) {
        try {
            limits.take(
                    Limit.REFUSED,
                    Objects.toString(
                            caller.account() == null ? caller.apiKey() : caller.account()));
            return true;
        } catch (OverLimit _) {
            return false;
        }
    }
}
