package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * Password and second factor. Posts {@code current} and {@code password} to {@code
 * /account/password}, and to {@code /account/second-factor/…}.
 *
 * @param hasPassword whether there is one to change
 * @param hasFactor whether a second factor is asked for at sign-in
 * @param recoveryCodes how many are left
 * @param isNeeded an organization of theirs wants the second factor before they go on
 */
public record SecurityPage(
        boolean hasPassword,
        boolean hasFactor,
        int recoveryCodes,
        boolean isNeeded,
        FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "account/security";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
