package io.taros.widget;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which words were read on which day, as long as somebody can claim they were not. */
@Component
class PassingNotices implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(Rows.ofDays("ai-notices", "ai_notice_day", "day", Duration.ofDays(3 * 365)));
    }
}
