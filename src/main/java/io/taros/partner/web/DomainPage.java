package io.taros.partner.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where a partner's clients reach the product.
 *
 * @param domain of the form
 * @param wanted absent where there is none
 * @param looked what a look at its name server came to, just now
 */
public record DomainPage(String domain, @Nullable Wanted wanted, Looked looked, FormErrors errors)
        implements View {
    /**
     * @param host of this installation, where it has to lead
     * @param record the name of the record that proves it
     * @param proof what that record says
     * @param verifiedAt absent while it is not served
     * @param missedAt since when the record is gone; absent while it is there
     * @param silentSince since when no name server answers; absent while one does
     */
    public record Wanted(
            String domain,
            String host,
            String record,
            String proof,
            @Nullable Instant verifiedAt,
            @Nullable Instant missedAt,
            @Nullable Instant silentSince,
            @Nullable String link) {}

    public enum Looked {
        NOT,
        FOUND,
        ABSENT,
        SILENT
    }

    @Override
    public String template() {
        return "partner/domain";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
