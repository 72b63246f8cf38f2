package io.taros.signon;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.sql.CrossOrganization;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * Which organization has proven a domain: the one thing that is asked before anybody knows whose
 * people somebody is.
 */
@Repository
class DomainHolders {
    private final CrossOrganization everybody;

    DomainHolders(CrossOrganization everybody) {
        this.everybody = everybody;
    }

    Optional<OrganizationId> find(String domain) {
        return everybody.read(jdbc ->
                jdbc.sql(
                                """
                                select organization_id from organization_domain
                                where name = :name and verified_at is not null
                                """)
                        .param("name", domain)
                        .query(UUID.class)
                        .optional()
                        .map(OrganizationId::new));
    }

    boolean isAnyProviderOn() {
        return everybody.read(jdbc ->
                jdbc.sql("select exists(select from organization_provider where rule <> 'OFF')")
                        .query(Boolean.class)
                        .single());
    }
}
