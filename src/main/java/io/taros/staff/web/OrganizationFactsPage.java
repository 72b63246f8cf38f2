package io.taros.staff.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Staff area: what is known of one organization from outside, and the way in.
 *
 * @param isOpen whether the reader may go in now
 * @param isWaiting whether the reader asked and nobody decided
 * @param seats of a form, as it came; blank for any number
 * @param reason of a form shown again
 */
public record OrganizationFactsPage(
        OrganizationListPage.Row facts,
        List<AccessRow> accesses,
        boolean isOpen,
        boolean isWaiting,
        String seats,
        String reason,
        FormErrors errors)
        implements View {
    public OrganizationFactsPage {
        accesses = List.copyOf(accesses);
    }

    @Override
    public String template() {
        return "staff/organization";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
