package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** Posts {@code email} to {@code /forgotten}. */
public record ForgottenPage(String email, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/forgotten";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
