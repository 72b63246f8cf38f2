package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * First visit: who owns this installation. Posts {@code code}, {@code name}, {@code email}, {@code
 * password}, {@code organization} and {@code age} to {@code /welcome}.
 *
 * @param code from the link in the log; it travels with the form
 */
public record WelcomePage(
        String code, String name, String email, String organization, FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "account/welcome";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
