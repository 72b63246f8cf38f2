package io.taros.platform.audit;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What staff did, and which organizations were erased: as long as the log of any of these could
 * have lasted, so that its signed ends outside the database are not missed.
 */
@Component
class InstallationAuditRule implements RetentionRule {
    static final Duration KEPT = Duration.ofDays(730);

    private final AuditCuts cuts;

    InstallationAuditRule(AuditCuts cuts) {
        this.cuts = cuts;
    }

    @Override
    public String name() {
        return OrganizationAuditRule.NAME;
    }

    @Override
    public String table() {
        return "audit_entry";
    }

    @Override
    public Term term() {
        return Term.fixed(KEPT);
    }

    @Override
    public boolean isOfOrganizations() {
        return false;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> cuts.count(before));
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return Tenancy.callAs(OrganizationId.INSTALLATION, () -> cuts.cut(before, most));
    }
}
