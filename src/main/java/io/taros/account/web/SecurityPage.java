package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Password and second factor. Posts {@code current} and {@code password} to {@code
 * /account/password}, and to {@code /account/second-factor/…}.
 *
 * @param hasPassword whether there is one to change
 * @param hasFactor whether a second factor is asked for at sign-in
 * @param recoveryCodes how many are left
 * @param providers by whom one can sign in, or could
 * @param isLastWayIn whether the one that is linked cannot be taken away
 * @param isNeeded an organization of theirs wants the second factor before they go on
 */
public record SecurityPage(
        boolean hasPassword,
        boolean hasFactor,
        int recoveryCodes,
        List<LinkedProvider> providers,
        boolean isLastWayIn,
        boolean isNeeded,
        FormErrors errors)
        implements View {
    public SecurityPage {
        providers = List.copyOf(providers);
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
