package io.taros.partner;

import io.taros.account.NewAccount;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whether the bound organization is a partner. */
@Repository
@Transactional
class Partners {
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;

    Partners(JdbcClient jdbc, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Partner> find() {
        return Tenancy.find()
                .flatMap(organization ->
                        jdbc.sql(
                                        """
                                        select organization_id, certified_at, contact from partner
                                        where organization_id = :organization
                                        """)
                                .param("organization", organization)
                                .query(Partner.class)
                                .optional());
    }

    /** Nothing happens to one that is a partner already. */
    public void certify() {
        var added =
                jdbc.sql(
                                """
                                insert into partner (organization_id, certified_at) values (:organization, :now)
                                on conflict do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("now", clock.instant())
                        .update();
        if (added > 0) {
            audit.record(PartnerAction.CERTIFIED, Tenancy.organization());
        }
    }

    void remove() {
        var removed =
                jdbc.sql("delete from partner where organization_id = :organization")
                        .param("organization", Tenancy.organization())
                        .update();
        if (removed > 0) {
            audit.record(PartnerAction.CERTIFICATION_REVOKED, Tenancy.organization());
        }
    }

    /** An empty one is none. */
    void changeContact(String contact) {
        jdbc.sql("update partner set contact = :contact where organization_id = :organization")
                .param("contact", contact.isBlank() ? null : NewAccount.address(contact))
                .param("organization", Tenancy.organization())
                .update();
        audit.record(PartnerAction.CONTACT_CHANGED, Tenancy.organization());
    }
}
