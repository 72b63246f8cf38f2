package io.taros.golden.web;

import io.taros.platform.web.View;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** One golden question, to be changed or deleted. */
public record GoldenQuestionPage(UUID id, UUID bot, String title, GoldenDraft draft)
        implements View {
    @Override
    public String template() {
        return "golden/question";
    }

    @Override
    public HttpStatus status() {
        return draft.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
