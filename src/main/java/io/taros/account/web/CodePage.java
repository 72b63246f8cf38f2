package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** The second step of signing in. Posts {@code code} to {@code /sign-in/code}. */
public record CodePage(FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/code";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
