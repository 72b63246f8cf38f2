package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code name}, {@code email}, {@code password}, {@code age}, {@code texts} and {@code
 * marketing} to {@code /register}.
 *
 * @param terms address of the terms of use
 * @param privacy address of the privacy policy
 * @param providers by whom else one can get an account
 */
public record RegisterPage(
        String name,
        String email,
        boolean marketing,
        String terms,
        String privacy,
        List<ProviderButton> providers,
        FormErrors errors)
        implements View {
    public RegisterPage {
        providers = List.copyOf(providers);
    }

    @Override
    public String template() {
        return "account/register";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
