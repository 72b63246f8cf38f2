package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Asks who is there before something dangerous. Posts {@code proof} or {@code proof-passkey} with
 * all that was sent to {@code /account/proof}, which sends it on.
 *
 * @param path what was to be done, and goes on
 * @param isForm whether it was posted
 * @param fields what was sent
 * @param typed what can be typed
 * @param passkey what a passkey is asked for, as JSON; absent where there is none
 * @param providers who can vouch instead
 */
public record ProofPage(
        String path,
        boolean isForm,
        List<Field> fields,
        Typed typed,
        @Nullable String passkey,
        List<ProviderButton> providers,
        FormErrors errors)
        implements View {
    /** What serves as {@code proof}. */
    public enum Typed {
        NOTHING,
        PASSWORD,
        /** Of an authenticator app; where there is a password, too, that as well. */
        CODE
    }

    /** One of the form that waits. */
    public record Field(String name, String value) {
        /** It may be a secret. */
        @Override
        public String toString() {
            return "Field";
        }
    }

    public ProofPage {
        fields = List.copyOf(fields);
        providers = List.copyOf(providers);
    }

    @Override
    public String template() {
        return "account/proof";
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
