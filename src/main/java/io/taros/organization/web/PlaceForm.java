package io.taros.organization.web;

import io.taros.organization.BotNames;
import java.util.List;
import java.util.Set;

/**
 * The part of a form that says what somebody is and sees.
 *
 * @param roles those that the reader may give
 * @param chosen the key of one of them
 * @param bots all there are; with fewer than two there is nothing to limit
 * @param only the ticked ones; none means all
 */
public record PlaceForm(
        List<RoleOption> roles, String chosen, List<BotNames.Named> bots, Set<String> only) {
    public PlaceForm {
        roles = List.copyOf(roles);
        bots = List.copyOf(bots);
        only = Set.copyOf(only);
    }
}
