package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code email} and {@code password} to {@code /sign-in}.
 *
 * @param isOpen whether anybody may make an account
 */
public record SignInPage(String email, boolean isOpen, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/sign-in";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
