package io.taros.answering;

import io.taros.platform.retention.PassingRows;
import io.taros.platform.retention.Term;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was right and wrong, as long as other figures. */
@Component
class PassingJudgements implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                Rows.ofDays("judged-answers", "judged_answer", "judged_on", Term.STATISTICS));
    }
}
