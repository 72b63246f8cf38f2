package io.taros.billing;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** P-30: what credits were spent for goes; that they were spent stays in the opening balance. */
@Component
class CreditsRule implements RetentionRule {
    static final String NAME = "credit-transactions";
    private static final String TABLE = "credit_transaction";

    private final Credits credits;

    CreditsRule(Credits credits) {
        this.credits = credits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Term term() {
        return Term.fixed(Duration.ofDays(60));
    }

    @Override
    public boolean isOfOrganizations() {
        return true;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        return counted(credits.countOlder(before));
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return counted(credits.roll(before, most));
    }

    private static Map<String, Long> counted(long rows) {
        return rows == 0 ? Map.of() : Map.of(TABLE, rows);
    }
}
