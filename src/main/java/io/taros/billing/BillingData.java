package io.taros.billing;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.PURCHASE;
import static io.taros.platform.datamap.Purpose.BILLING;
import static io.taros.platform.datamap.Purpose.BOOKKEEPING;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What organizations buy and spend. An opening balance tells of nothing but sums. */
@Component
class BillingData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("credit_transaction")
                        .about(BILLING, MEMBER)
                        .keptByRule(CreditsRule.NAME)
                        .holds(PURCHASE, "at kind amount")
                        .besides("organization_id seq subject_id hash")
                        .notWrittenYet(),
                Dataset.table("credit_opening")
                        .besides(
                                "organization_id seq amount transactions since until hash signature"),
                Dataset.table("financial_record")
                        .about(BOOKKEEPING, MEMBER)
                        .keptByRule(FinancialRecordsRule.NAME)
                        .seals(CONTACT, "sealed_buyer sealed_contact")
                        .holds(PURCHASE, "number kind issued_on net tax currency")
                        .holds(ACTIVITY, "account_id")
                        .besides("organization_id id law keep_until")
                        .notWrittenYet());
    }
}
