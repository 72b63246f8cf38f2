package io.taros.ceiling;

import io.taros.platform.retention.PassingRows;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts of a day, once that day is over everywhere. */
@Component
class PassingCounts implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                Rows.ofDays("answer-counts", "answer_count", "day", Duration.ofDays(1))
                        .withoutHold());
    }
}
