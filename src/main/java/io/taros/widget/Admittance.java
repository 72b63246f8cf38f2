package io.taros.widget;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a visitor speak whom no rule of the owner's keeps from it. Few owners have any, and every
 * message asks, so whether there are rules at all is read at once.
 */
@Component
class Admittance {
    private final BlockedVisitors blocked;
    private final IdentityRule identityRule;
    private final CountedVisitors counted;
    private final TransactionTemplate reading;

    Admittance(
            BlockedVisitors blocked,
            IdentityRule identityRule,
            CountedVisitors counted,
            PlatformTransactionManager transactions) {
        this.blocked = blocked;
        this.identityRule = identityRule;
        this.counted = counted;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    private record Rules(
            boolean isAnybodyBlocked, boolean isIdentityRequired, boolean isEachCounted) {}

    /**
     * @return tells them apart from others; nothing where nobody is counted
     */
    byte @Nullable [] admit(Visit visit, HttpServletRequest request) {
        var rules = Objects.requireNonNull(reading.execute(_ -> rules(visit)));
        if (rules.isAnybodyBlocked()) {
            blocked.refuse(visit, null, request);
        }
        if (rules.isIdentityRequired()) {
            identityRule.refuseUnknown(visit.id());
        }
        return rules.isEachCounted() ? counted.of(visit, request) : null;
    }

    private Rules rules(Visit visit) {
        var bot = visit.bot().id();
        return new Rules(
                blocked.isAnybody(), identityRule.isInForce(bot), counted.isEachCounted(bot));
    }
}
