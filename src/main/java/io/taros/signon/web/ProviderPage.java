package io.taros.signon.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings, the organization's own provider. Posts {@code issuer}, {@code clientId} and {@code
 * clientSecret}, and {@code rule} to {@code …/rule}.
 *
 * @param callback what the provider has to be told
 * @param standing absent while there is no provider
 * @param domains those that are proven
 * @param isThereAnotherWayIn whether an owner gets in without the provider
 */
public record ProviderPage(
        String callback,
        Draft draft,
        @Nullable Standing standing,
        List<String> domains,
        boolean isThereAnotherWayIn,
        FormErrors errors)
        implements View {
    private static final Set<String> EXPLAINED =
            Set.of(
                    "invalid_client",
                    "unauthorized_client",
                    "access_denied",
                    "redirect_uri_mismatch",
                    "invalid_scope",
                    "invalid_id_token",
                    "invalid_nonce",
                    "silent",
                    "no_address",
                    "foreign_address");

    /** What the form shows; a secret that is kept is never shown. */
    public record Draft(String issuer, String clientId) {}

    public record Standing(String rule, @Nullable Instant triedAt, @Nullable String trialError) {
        public boolean works() {
            return triedAt != null && trialError == null;
        }

        /** One of those there is a sentence for. */
        public String explained() {
            return trialError != null && EXPLAINED.contains(trialError) ? trialError : "other";
        }
    }

    public ProviderPage {
        domains = List.copyOf(domains);
    }

    public List<String> rules() {
        return List.of("OFF", "OFFERED", "REQUIRED");
    }

    @Override
    public String template() {
        return "signon/provider";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
