package io.taros.staff.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code email} and {@code reason} to {@code /staff/sessions/account}, or {@code reason} to
 * {@code /staff/sessions/everybody}.
 *
 * @param done what has just been done; absent if nothing was
 */
public record SignOutPage(String email, @Nullable Done done, FormErrors errors) implements View {
    /** Whose sessions were ended. */
    public enum Done {
        ACCOUNT,
        EVERYBODY
    }

    @Override
    public String template() {
        return "staff/sessions";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
