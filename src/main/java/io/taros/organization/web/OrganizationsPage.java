package io.taros.organization.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * The organizations somebody is in.
 *
 * @param doors those that let them in because of their address
 * @param mayOpen whether they may open another
 * @param name of a form shown again
 */
public record OrganizationsPage(
        List<Place> places, List<Door> doors, boolean mayOpen, String name, FormErrors errors)
        implements View {
    public record Door(UUID id, String name) {}

    public record Place(UUID id, String name, RoleOption role, boolean isHere) {}

    public OrganizationsPage {
        places = List.copyOf(places);
        doors = List.copyOf(doors);
    }

    @Override
    public String template() {
        return "organization/organizations";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
