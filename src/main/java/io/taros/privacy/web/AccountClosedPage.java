package io.taros.privacy.web;

import io.taros.account.Closing;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * @param isErasing whether it is too late to open it again
 */
public record AccountClosedPage(String email, Closing closing, boolean isErasing, FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "privacy/account-closed";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
