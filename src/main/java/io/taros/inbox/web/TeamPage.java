package io.taros.inbox.web;

import io.taros.platform.web.View;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * One team.
 *
 * @param name as it is called so far
 */
public record TeamPage(UUID id, String name, TeamForm form) implements View {
    @Override
    public String template() {
        return "inbox/team";
    }

    @Override
    public HttpStatus status() {
        return form.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
