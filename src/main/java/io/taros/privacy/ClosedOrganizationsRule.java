package io.taros.privacy;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closed organizations whose day has come, should their own job have been lost. */
@Component
class ClosedOrganizationsRule implements RetentionRule {
    private final CrossOrganization everybody;
    private final OrganizationErasure erasure;

    ClosedOrganizationsRule(CrossOrganization everybody, OrganizationErasure erasure) {
        this.everybody = everybody;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "closed-organizations";
    }

    /** The row says itself when; see {@link Grace}. */
    @Override
    public Term term() {
        return Term.fixed(Duration.ZERO);
    }

    @Override
    public boolean isOfOrganizations() {
        return false;
    }

    @Override
    public Map<String, Long> count(Instant before) {
        var due = due(before, Integer.MAX_VALUE).size();
        return due == 0 ? Map.of() : Map.of("organization", (long) due);
    }

    @Override
    public Map<String, Long> remove(Instant before, int most) {
        var due = due(before, most);
        due.forEach(organization -> Tenancy.runAs(organization, erasure::run));
        return due.isEmpty() ? Map.of() : Map.of("organization", (long) due.size());
    }

    private List<OrganizationId> due(Instant before, int most) {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                select organization_id from organization where erase_at < :before
                                order by erase_at limit :most
                                """)
                        .param("before", before)
                        .param("most", most)
                        .query(UUID.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .map(OrganizationId::new)
                        .toList());
    }
}
