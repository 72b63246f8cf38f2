package io.taros.signon.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code email} to {@code /sign-in/single}.
 *
 * @param provider where somebody goes on; absent while nobody knows
 */
public record SingleSignOnPage(String email, @Nullable Provider provider, FormErrors errors)
        implements View {
    /** How somebody came to it. */
    public enum Way {
        /** By their address; the page leads on by itself. */
        FOUND,
        /** They tried another way, which does not count for them. */
        REFUSED
    }

    public record Provider(String key, String organization, Way way) {
        public String path() {
            return "/sign-in/with/" + key;
        }
    }

    @Override
    public String template() {
        return "signon/single";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
