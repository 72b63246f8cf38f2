package io.taros.billing;

import io.taros.platform.retention.KeptByLaw;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.sql.CrossOrganization;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The books go on without those they are about: under an id that is drawn for them and written down
 * nowhere else, the same for all records of an organization, because a book without debtors is
 * none. Who bought stands in them as long as the law asks for it.
 */
@Component
class BooksOutlast implements KeptByLaw {
    private final CrossOrganization everybody;

    BooksOutlast(CrossOrganization everybody) {
        this.everybody = everybody;
    }

    @Override
    public Set<String> tables() {
        return Set.of(FinancialRecordsRule.TABLE);
    }

    @Override
    public void partFromOrganization(OrganizationId gone) {
        // Not one of Ids: those tell the moment, and the audit log has it beside the organization.
        var drawn = UUID.randomUUID();
        everybody.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                update financial_record
                                set organization_id = :drawn, sealed_contact = null, account_id = null
                                where organization_id = :gone
                                """)
                        .param("drawn", drawn)
                        .param("gone", gone)
                        .update());
    }

    @Override
    public void partFromAccount(UUID gone) {
        everybody.inTransaction(jdbc ->
                jdbc.sql(
                                "update financial_record set sealed_contact = null, account_id = null where account_id = :gone")
                        .param("gone", gone)
                        .update());
    }
}
