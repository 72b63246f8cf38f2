package io.taros.account.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Asks who is there before something dangerous. Posts {@code proof} with all that was sent to
 * {@code /proof}, which sends it on.
 *
 * @param path what was to be done, and goes on
 * @param isForm whether it was posted
 * @param fields what was sent
 * @param hasCode whether a code of an authenticator app serves, too
 * @param providers who can vouch instead
 */
public record ProofPage(
        String path,
        boolean isForm,
        List<Field> fields,
        boolean hasCode,
        List<ProviderButton> providers,
        FormErrors errors)
        implements View {
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
