package io.taros.privacy.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Before an account is closed: what that means.
 *
 * @param days how long it can be opened again
 * @param ownedAlone organizations to be handed over or closed first
 */
public record AccountClosingPage(
        String email, long days, List<String> ownedAlone, FormErrors errors) implements View {
    public AccountClosingPage {
        ownedAlone = List.copyOf(ownedAlone);
    }

    @Override
    public String template() {
        return "privacy/account-closing";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
