package io.taros.improve;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which questions were answered later. */
@Component
class ImproveData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("improvement")
                        .keptWith("message")
                        .besides("organization_id question_id source_id decided_at"));
    }
}
