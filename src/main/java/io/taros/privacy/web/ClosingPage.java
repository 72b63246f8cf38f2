package io.taros.privacy.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Before an organization is closed: what that means.
 *
 * @param days how long it can be opened again
 * @param hindrance the key of a sentence that says what to do first; absent if nothing holds it
 */
public record ClosingPage(String name, long days, @Nullable String hindrance, FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "privacy/closing";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
