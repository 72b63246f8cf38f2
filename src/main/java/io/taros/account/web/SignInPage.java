package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** Posts {@code email} and {@code password} to {@code /sign-in}. */
public record SignInPage(String email, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/sign-in";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
