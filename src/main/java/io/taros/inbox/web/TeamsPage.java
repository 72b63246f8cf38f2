package io.taros.inbox.web;

import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * The teams of an organization.
 *
 * @param form for another one
 */
public record TeamsPage(List<Row> teams, TeamForm form) implements View {
    public TeamsPage {
        teams = List.copyOf(teams);
    }

    public record Row(UUID id, String name, List<String> members) {
        public Row {
            members = List.copyOf(members);
        }
    }

    @Override
    public String template() {
        return "inbox/teams";
    }

    @Override
    public HttpStatus status() {
        return form.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
