package io.taros.privacy;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ClosedOrganizationsRule extends ClosedRule<OrganizationId> {
    private final CrossOrganization everybody;
    private final OrganizationErasure erasure;

    ClosedOrganizationsRule(CrossOrganization everybody, OrganizationErasure erasure) {
        super("organization");
        this.everybody = everybody;
        this.erasure = erasure;
    }

    @Override
    void erase(OrganizationId due) {
        Tenancy.runAs(due, erasure::run);
    }

    @Override
    List<OrganizationId> due(Instant before, int most) {
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
