package io.taros.conversation;

import io.taros.platform.retention.PassingRows;
import io.taros.platform.retention.Term;
import java.util.List;
import org.springframework.stereotype.Component;

/** What conversations came to that were made anonymous, as long as other figures. */
@Component
class PassingMonths implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows(
                        "anonymous-months",
                        "language_month",
                        "((month + interval '1 month') at time zone 'UTC')",
                        Term.STATISTICS));
    }
}
