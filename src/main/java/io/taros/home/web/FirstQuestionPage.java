package io.taros.home.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** A new organization: one question, three ways to answer it. */
public record FirstQuestionPage(Way way, String url, String text, FormErrors errors)
        implements View {
    public enum Way {
        WEBSITE,
        TEXT
    }

    @Override
    public String template() {
        return "home/first-question";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
