package io.taros.organization.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Settings, one member: what they are and see. */
public record MemberPage(
        UUID account, String name, String email, PlaceForm place, FormErrors errors)
        implements View {
    @Override
    public String template() {
        return "organization/member";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
