package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * The second step of signing in. Posts {@code code} to {@code /sign-in/code}, or a passkey's answer
 * as the first step does.
 *
 * @param hasApp whether an authenticator app shows codes; without one only recovery codes are left
 * @param hasPasskey whether there is one to be asked
 */
public record CodePage(boolean hasApp, boolean hasPasskey, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/code";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
