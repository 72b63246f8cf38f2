package io.taros.analytics;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sums of days, without anybody in them. */
@Component
class AnalyticsData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("bot_count")
                        .keptFor(AddingUp.EVERY)
                        .besides(
                                "organization_id id bot_id day kind name conversations answered asked_back "
                                        + "handed_over session_millis score"),
                Dataset.table("bot_day")
                        .keptByRule("bot-days")
                        .besides(
                                "organization_id bot_id day conversations session_millis answered asked_back "
                                        + "handed_over score_sum score_bins"),
                Dataset.table("bot_tally")
                        .keptByRule("bot-tallies")
                        .besides(
                                "organization_id bot_id day kind name conversations answered asked_back "
                                        + "handed_over"));
    }
}
