package io.taros.golden;

import io.taros.platform.web.BadInput;

/** What is asked and what is expected of the answer. */
public record NewGoldenQuestion(String question, Expectation expectation) {
    public static final int MAX_QUESTION = 1_000;

    public NewGoldenQuestion {
        question = question.strip();
        if (question.isEmpty()) {
            throw new BadInput("question", "golden.input.question");
        }
        if (question.length() > MAX_QUESTION) {
            throw new BadInput("question", "golden.input.question-long", MAX_QUESTION);
        }
    }

    /** Two questions that read the same are one question. */
    String plain() {
        return Facts.plain(question);
    }
}
