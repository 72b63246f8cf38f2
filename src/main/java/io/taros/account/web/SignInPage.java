package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code email} and {@code password} to {@code /sign-in}, or a passkey's answer as {@code
 * passkey} to {@code /sign-in/passkey}.
 *
 * @param isOpen whether anybody may make an account
 * @param hasPasskeys whether browsers know passkeys for this address
 * @param hasSingleSignOn whether any organization signs people in by a provider of its own
 * @param providers by whom else one can sign in
 * @param puzzle whose solution goes along as {@code solution}; absent while nothing is suspicious
 */
public record SignInPage(
        String email,
        boolean isOpen,
        boolean hasPasskeys,
        boolean hasSingleSignOn,
        List<ProviderButton> providers,
        @Nullable Puzzle puzzle,
        FormErrors errors)
        implements View {
    public SignInPage {
        providers = List.copyOf(providers);
    }

    @Override
    public String template() {
        return "account/sign-in";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
