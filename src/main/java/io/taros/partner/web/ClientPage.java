package io.taros.partner.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One client, and what its partner may do with it.
 *
 * @param hasOwner whether somebody owns it; before that an owner can be invited
 * @param link a new invitation's, in the only answer that ever shows it; absent where it was mailed
 */
public record ClientPage(
        PartnerPage.Row client,
        boolean hasOwner,
        boolean isMailed,
        Draft draft,
        @Nullable String link,
        FormErrors errors)
        implements View {
    /** What the forms say. */
    public record Draft(
            String email,
            String seats,
            String bots,
            String pages,
            boolean hasApi,
            boolean namesMaker) {
        public Draft withEmail(String other) {
            return new Draft(other, seats, bots, pages, hasApi, namesMaker);
        }
    }

    public String address() {
        return "/partner/clients/" + client.id();
    }

    @Override
    public String template() {
        return "partner/client";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
