package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Password, passkeys and second factor. Posts {@code current} and {@code password} to {@code
 * /account/password}, and to {@code /account/second-factor/…} and {@code /account/passkeys/…}.
 *
 * @param hasPassword whether there is one to change
 * @param hasApp whether there is an authenticator app
 * @param recoveryCodes how many are left
 * @param providers by whom one can sign in, or could
 * @param isOnlyWayIn whether nothing that opens the account can be taken away
 * @param isNeeded an organization of theirs wants the second factor before they go on
 */
public record SecurityPage(
        boolean hasPassword,
        boolean hasApp,
        int recoveryCodes,
        PasskeyList passkeys,
        List<LinkedProvider> providers,
        boolean isOnlyWayIn,
        boolean isNeeded,
        FormErrors errors)
        implements View {
    public SecurityPage {
        providers = List.copyOf(providers);
    }

    /** Whether the password alone does not open the account. */
    public boolean hasFactor() {
        return hasApp || !passkeys.isEmpty();
    }

    @Override
    public String template() {
        return "account/security";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
