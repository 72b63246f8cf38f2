package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * The link of a registration was followed. Posts {@code token} and {@code password} to {@code
 * /register/confirmation}.
 */
public record ConfirmPage(String token, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/confirm";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
