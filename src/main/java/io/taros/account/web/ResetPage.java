package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** Posts {@code token} and {@code password} to {@code /reset}. */
public record ResetPage(String token, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/reset";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
