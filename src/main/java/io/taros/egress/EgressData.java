package io.taros.egress;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is kept of what left: whose server got how much, and nothing about anybody. */
@Component
class EgressData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("egress_call")
                        .keptByRule("outbound-calls")
                        .besides(
                                "organization_id id at purpose vendor host area model data calls sent_bytes "
                                        + "received_bytes masked outcome"),
                Dataset.table("egress_policy")
                        .keptWith("organization")
                        .besides("organization_id eu_only no_training vendors masking changed_at"),
                Dataset.table("listed_vendor").besides("vendor first_day"),
                Dataset.table("vendor_notice")
                        .keptWith("organization")
                        .besides("organization_id vendor first_day agreed_at"),
                Dataset.table("sub_processor_list").besides("version at entries"),
                Dataset.of(Place.JOB, "TellOfSubProcessor").besides("vendor"),
                Dataset.of(Place.LOG, "SubProcessors").besides("entry.id"));
    }
}
