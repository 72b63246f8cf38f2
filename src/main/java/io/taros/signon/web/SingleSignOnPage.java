package io.taros.signon.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code email} to {@code /sign-in/single}.
 *
 * @param only for whoever has to sign in there and tried another way
 */
public record SingleSignOnPage(String email, @Nullable Only only, FormErrors errors)
        implements View {
    public record Only(String key, String organization) {}

    @Override
    public String template() {
        return "signon/single";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
