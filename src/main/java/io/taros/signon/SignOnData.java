package io.taros.signon;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Purpose.SECURITY;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** How an organization signs its people in. */
@Component
class SignOnData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("organization_domain")
                        .keptWith("organization")
                        .besides(
                                "organization_id id name token added_at checked_at answer verified_at "
                                        + "missing_since silent_since"),
                Dataset.table("domain_joining")
                        .keptWith("organization")
                        .besides("organization_id role"),
                Dataset.table("organization_provider")
                        .keptWith("organization")
                        .seals(CREDENTIAL, "sealed_secret")
                        .besides(
                                "organization_id issuer client_id rule tried_at trial_error changed_at"),
                Dataset.table("organization_identity")
                        .about(SECURITY, MEMBER)
                        .keptWith("member")
                        .holds(CREDENTIAL, "issuer subject")
                        .holds(ACTIVITY, "linked_at last_used_at")
                        .besides("organization_id account_id"),
                Dataset.of(Place.JOB, "TellOfDomain").besides("domain"));
    }
}
