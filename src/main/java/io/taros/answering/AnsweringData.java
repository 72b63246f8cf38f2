package io.taros.answering;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was right and wrong, in figures. */
@Component
class AnsweringData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("judged_answer")
                        .keptByRule("judged-answers")
                        .besides("organization_id bot_id subject kind score is_right judged_on"),
                Dataset.table("bot_calibration")
                        .keptWith("bot")
                        .besides("organization_id bot_id intercept slope judged"));
    }
}
