package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is asked of somebody new whom a provider knows. Posts {@code name}, {@code age} and {@code
 * texts} to {@code /sign-in/identity}.
 *
 * @param terms address of the terms of use; absent where there are none to agree to
 * @param privacy address of the privacy policy; likewise
 */
public record IdentityPage(
        String provider,
        String email,
        String name,
        @Nullable String terms,
        @Nullable String privacy,
        FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "account/identity";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
