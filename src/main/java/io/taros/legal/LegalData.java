package io.taros.legal;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Purpose.ACCOUNTABILITY;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who signed for an organization. */
@Component
class LegalData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("agreement")
                        .about(ACCOUNTABILITY, MEMBER)
                        .keptWith("organization")
                        .seals(CONTACT, "sealed_pdf")
                        .holds(CONTACT, "signer title")
                        .holds(ACTIVITY, "account_id signed_at")
                        .besides("organization_id id version"));
    }
}
