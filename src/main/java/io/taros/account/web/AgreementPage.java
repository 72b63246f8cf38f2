package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/**
 * The texts changed significantly. Posts {@code texts} to {@code /account/agreement}.
 *
 * @param terms address of the terms of use
 * @param privacy address of the privacy policy
 */
public record AgreementPage(String terms, String privacy, FormErrors errors) implements View {
    @Override
    public String template() {
        return "account/agreement";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
