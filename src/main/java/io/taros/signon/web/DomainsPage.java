package io.taros.signon.web;

import io.taros.platform.security.Role;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings, the organization's domains. Posts {@code domain} to add one, and {@code role} to {@code
 * …/joining}.
 *
 * @param roles what people may be who join by their address
 * @param joins what they are; absent where they do not
 * @param typed of a form shown again
 */
public record DomainsPage(
        List<Row> rows, List<Role> roles, @Nullable Role joins, String typed, FormErrors errors)
        implements View {
    /**
     * Each has a word and, where there is something to say, a sentence below {@code
     * signon.domain.…}.
     */
    public enum State {
        WAITING,
        ABSENT,
        SILENT,
        TAKEN,
        VERIFIED,
        /** No name server answers, which means nothing yet. */
        HUSHED,
        MISSING,
        /** None has answered for so long that it counts as missing. */
        GONE_SILENT
    }

    /**
     * @param record what its owner sets as a TXT record
     * @param goneAt when it counts as missing or no more, unless its record is back
     */
    public record Row(
            UUID id,
            String name,
            String record,
            State state,
            @Nullable Instant checkedAt,
            @Nullable Instant goneAt) {}

    public DomainsPage {
        rows = List.copyOf(rows);
        roles = List.copyOf(roles);
    }

    @Override
    public String template() {
        return "signon/domains";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
