package io.taros.partner.web;

import io.taros.organization.Keepers.Keeper;
import io.taros.platform.web.View;
import java.time.Instant;

/**
 * Settings: who manages this organization, what that means, and the way out of it.
 *
 * @param mayDecide whether the reader may refuse access and end it
 */
public record OwnPartnerPage(
        String organization, Keeper partner, Instant since, boolean refuses, boolean mayDecide)
        implements View {
    @Override
    public String template() {
        return "partner/own-partner";
    }
}
