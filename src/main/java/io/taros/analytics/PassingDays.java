package io.taros.analytics;

import io.taros.platform.retention.PassingRows;
import io.taros.platform.retention.Term;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sums are for comparing, and nobody compares with what is longer ago. */
@Component
class PassingDays implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                Rows.ofDays("bot-days", "bot_day", "day", Term.STATISTICS),
                Rows.ofDays("bot-tallies", "bot_tally", "day", Term.STATISTICS));
    }
}
