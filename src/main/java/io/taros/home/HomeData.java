package io.taros.home;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far an organization has set itself up. */
@Component
class HomeData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("setup_step")
                        .keptWith("organization")
                        .besides("organization_id step taken_at"));
    }
}
