package io.taros.signon.web;

import io.taros.account.web.ProviderButton;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code email} to {@code /sign-in/single}.
 *
 * @param only by whom somebody who came another way has to sign in; posts to {@code
 *     /sign-in/with/…}
 */
public record SingleSignOnPage(String email, @Nullable ProviderButton only, FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "signon/single";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
