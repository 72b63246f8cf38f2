package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code name} and {@code passkey}, what the browser answered, to {@code /account/passkeys}.
 *
 * @param name suggested
 * @param options what the browser is asked for, as JSON
 */
public record NewPasskeyPage(String name, String options, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/new-passkey";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
