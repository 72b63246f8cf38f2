package io.taros.golden;

import io.taros.answering.JudgedAnswer;
import io.taros.answering.JudgedAnswers;
import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs that asked it keep what they know, as when it was taken off the list. */
@Component
class ErasedGoldenQuestions implements Eraser {
    static final String KIND = "golden-question";

    private final QuestionRows rows;
    private final JudgedAnswers judged;
    private final TransactionTemplate transactions;

    ErasedGoldenQuestions(
            QuestionRows rows, JudgedAnswers judged, TransactionTemplate transactions) {
        this.rows = rows;
        this.judged = judged;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        var question = new GoldenQuestion.Id(id);
        return transactions.execute(status -> {
            rows.find(question)
                    .ifPresent(found ->
                            judged.withdraw(found.botId(), JudgedAnswer.Kind.GOLDEN, question));
            return rows.remove(question);
        });
    }
}
