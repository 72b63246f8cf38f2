package io.taros.partner;

import io.taros.organization.Organizations;
import io.taros.organization.Standing;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.security.Tenancy.Hand;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Those who run the installation say who may manage other organizations. */
@Component
public class Certification {
    /**
     * Somebody who manages others.
     *
     * @param clients how many
     */
    public record Certified(OrganizationId organizationId, Instant certifiedAt, int clients) {}

    private static final int MOST = 500;

    private final Partners partners;
    private final Clients clients;
    private final Organizations organizations;
    private final Standing standing;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final CrossOrganization everybody;

    Certification(
            Partners partners,
            Clients clients,
            Organizations organizations,
            Standing standing,
            Audit audit,
            TransactionTemplate transactions,
            CrossOrganization everybody) {
        this.everybody = everybody;
        this.partners = partners;
        this.clients = clients;
        this.organizations = organizations;
        this.standing = standing;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Of the whole installation, the newest first. */
    public List<Certified> list() {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                """
                                select p.organization_id, p.certified_at,
                                    (select count(*)::int from client c where c.partner_id = p.organization_id) as clients
                                from partner p order by p.certified_at desc, p.organization_id limit :most
                                """)
                        .param("most", MOST)
                        .query(Certified.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList());
    }

    /** When an organization was certified; empty for one that is no partner. */
    public Optional<Instant> since(OrganizationId organization) {
        return Tenancy.callAs(organization, partners::find).map(Partner::certifiedAt);
    }

    /**
     * @param hand whose decision it is, as the audit log has it
     * @param account absent for whoever has the command line
     */
    public void give(OrganizationId organization, Hand hand, @Nullable UUID account) {
        in(organization, hand, account, partners::certify);
    }

    /**
     * Its clients keep everything, and nobody manages them until it is certified again. One that is
     * suspended would have nobody to ask, and is served again.
     */
    public void revoke(OrganizationId organization, Hand hand, @Nullable UUID account) {
        in(organization, hand, account, partners::remove);
        for (var client : Tenancy.callAs(organization, clients::list)) {
            in(client.organizationId(), hand, account, this::letGo);
        }
    }

    private void letGo() {
        clients.putOut();
        if (standing.resume()) {
            audit.record(PartnerAction.RESUMED, Tenancy.organization());
        }
    }

    private void in(OrganizationId organization, Hand hand, @Nullable UUID account, Runnable work) {
        Tenancy.callAs(
                hand,
                organization,
                account,
                () -> {
                    if (organizations.find().isEmpty()) {
                        throw new NotFound();
                    }
                    transactions.executeWithoutResult(_ -> work.run());
                    return true;
                });
    }
}
