package io.taros.careers;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.APPLICATION;
import static io.taros.platform.datamap.Category.CONSENT;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Purpose.RECRUITMENT;
import static io.taros.platform.datamap.Subject.APPLICANT;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** P-12: what is kept of applicants, for recruitment only. */
@Component
class CareersData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("job_application")
                        .about(RECRUITMENT, APPLICANT)
                        .keptByRule(ApplicationsRule.NAME)
                        .seals(CONTACT, "sealed_name sealed_contact")
                        .seals(APPLICATION, "sealed_cv sealed_references")
                        .holds(CONSENT, "consented_at")
                        .holds(ACTIVITY, "received_at rejected_at")
                        .besides("id job ends_at")
                        .notWrittenYet(),
                Dataset.table("application_outcome").besides("id job decided_on reason"));
    }
}
