package io.taros.golden;

import io.taros.platform.erasure.Eraser;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What runs kept of somebody: a question as it was asked, and the answer. Of a name alone no
 * journal may know, so each has a line of its own.
 */
@Component
class ErasedAnswers implements Eraser {
    static final String KIND = "golden-answer";

    private static final int BATCH = 500;

    private final ResultRows results;
    private final TransactionTemplate transactions;

    ErasedAnswers(ResultRows results, TransactionTemplate transactions) {
        this.results = results;
        this.transactions = transactions;
    }

    /** Of a run and a question, which have no id together. */
    static UUID idOf(SealedResult result) {
        var both = result.runId().value() + "." + result.questionId().value();
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** None is opened. */
    @Override
    public boolean eraseAgain(UUID id) {
        return transactions.execute(status -> {
            var batch = results.after(null, BATCH);
            while (!batch.isEmpty()) {
                for (var result : batch) {
                    if (idOf(result).equals(id)) {
                        return results.remove(result.runId(), result.questionId());
                    }
                }
                batch = results.after(batch.getLast(), BATCH);
            }
            return false;
        });
    }
}
