package io.taros.golden;

import io.taros.platform.retention.PassingRows;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a bot said to golden questions: its last runs, and none that is older. */
@Component
class PassingRuns implements PassingRows {
    private static final Term TERM =
            new Term(
                    Duration.ofDays(365),
                    Duration.ofDays(1),
                    Duration.ofDays(365),
                    Duration.ofDays(730));

    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows("golden-runs", "golden_run", "finished_at", TERM.usual()).chosen(TERM));
    }
}
