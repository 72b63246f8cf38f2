package io.taros.organization.web;

import io.taros.organization.ApiKey;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings, API keys. Posts {@code name} and {@code scopes} to {@code /settings/api-keys}, and to
 * {@code /settings/api-keys/ID/revocation}.
 *
 * @param scopes all that can be chosen; each has a text {@code organization.scope.…}
 * @param chosen those of a form shown again
 * @param token the new key, in the only answer that ever shows it
 */
public record ApiKeysPage(
        List<ApiKey> keys,
        List<String> scopes,
        String name,
        Set<String> chosen,
        @Nullable String token,
        FormErrors errors)
        implements View {
    public ApiKeysPage {
        keys = List.copyOf(keys);
        scopes = List.copyOf(scopes);
        chosen = Set.copyOf(chosen);
    }

    @Override
    public String template() {
        return "organization/api-keys";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
