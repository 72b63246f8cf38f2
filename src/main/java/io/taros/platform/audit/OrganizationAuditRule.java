package io.taros.platform.audit;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was done in an organization can be asked about for a year, or for two if it wants that. */
@Component
class OrganizationAuditRule implements RetentionRule {
    static final String NAME = "audit-log";
    static final Term TERM =
            new Term(
                    AuditCuts.LEAST,
                    AuditCuts.LEAST,
                    InstallationAuditRule.KEPT,
                    InstallationAuditRule.KEPT);

    private final AuditCuts cuts;

    OrganizationAuditRule(AuditCuts cuts) {
        this.cuts = cuts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return "audit_entry";
    }

    @Override
    public Term term() {
        return TERM;
    }

    @Override
    public boolean isOfOrganizations() {
        return true;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        return cuts.count(before);
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        return cuts.cut(before, most);
    }
}
