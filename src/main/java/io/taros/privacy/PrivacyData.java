package io.taros.privacy;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Purpose.ACCOUNTABILITY;
import static io.taros.platform.datamap.Subject.MEMBER;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long an organization wants things kept. */
@Component
class PrivacyData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("erasure").besides("subject_id row_counts files documents began_at"),
                Dataset.table("retention_setting")
                        .about(ACCOUNTABILITY, MEMBER)
                        .keptWith("organization")
                        .holds(ACTIVITY, "reason")
                        .besides("organization_id rule days ending changed_at"),
                Dataset.of(Place.LOG, "RetentionRun").besides("rule.name"));
    }
}
