package io.taros.organization.web;

import io.taros.organization.ApiKey;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings, API keys. Posts {@code name}, {@code scopes} and {@code days} to {@code
 * /settings/api-keys}, and to {@code /settings/api-keys/ID/revocation} or {@code …/rotation}.
 *
 * @param scopes all that can be chosen; each has a text {@code organization.scope.…}
 * @param lives how long a key may work, in days; 0 for no end
 * @param token the new key, in the only answer that ever shows it
 */
public record ApiKeysPage(
        List<ApiKey> keys,
        List<String> scopes,
        List<Integer> lives,
        Draft draft,
        @Nullable String token,
        Instant now,
        FormErrors errors)
        implements View {
    /**
     * What a form brought.
     *
     * @param days how long the key is to work; 0 for no end
     */
    public record Draft(String name, Set<String> chosen, int days) {
        public static final Draft EMPTY = new Draft("", Set.of(), 0);

        public Draft {
            chosen = Set.copyOf(chosen);
        }
    }

    public ApiKeysPage {
        keys = List.copyOf(keys);
        scopes = List.copyOf(scopes);
        lives = List.copyOf(lives);
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
