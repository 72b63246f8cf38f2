package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * A secret for an authenticator app. Posts {@code code} to {@code /account/second-factor}.
 *
 * @param secret to be typed where no camera is at hand
 * @param square what the camera reads
 */
public record EnrolmentPage(String secret, QrSquare square, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/enrolment";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** Holds the secret in two forms. */
    @Override
    public String toString() {
        return "EnrolmentPage";
    }
}
