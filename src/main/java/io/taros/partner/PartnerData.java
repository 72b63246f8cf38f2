package io.taros.partner;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CREDENTIAL;
import static io.taros.platform.datamap.Purpose.ACCOUNTS;
import static io.taros.platform.datamap.Purpose.SECURITY;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which organization a partner brought here, and under whose name it appears. */
@Component
class PartnerData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("partner")
                        .about(ACCOUNTS, MEMBER)
                        .keptWith("organization")
                        .holds(CONTACT, "contact")
                        .besides("organization_id certified_at"),
                Dataset.table("client")
                        .keptWith("organization")
                        .besides("organization_id partner_id since refused_at"),
                Dataset.table("client_visit")
                        .about(SECURITY, MEMBER)
                        .keptByRule("client-visits")
                        .holds(ACTIVITY, "account_id entered_at")
                        .besides("organization_id"),
                Dataset.table("partner_brand")
                        .keptWith("organization")
                        .besides("organization_id name accent logo logo_hash powered"),
                Dataset.table("partner_domain")
                        .keptWith("organization")
                        .besides(
                                "organization_id domain token added_at verified_at missed_at silent_since"),
                Dataset.of(Place.JOB, "TellOfPartnerDomain").besides("domain"),
                Dataset.table("partner_sender")
                        .about(ACCOUNTS, MEMBER)
                        .keptWith("organization")
                        .holds(CONTACT, "name email")
                        .hashes(CREDENTIAL, "token_hash")
                        .besides("organization_id is_from token_expires proven_at"));
    }
}
