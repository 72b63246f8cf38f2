package io.taros.staff.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Staff area: who is certified to manage other organizations.
 *
 * @param organization the id of a form shown again
 * @param reason of the same
 */
public record PartnerListPage(List<Row> rows, String organization, String reason, FormErrors errors)
        implements View {
    /**
     * @param clients how many it manages
     */
    public record Row(UUID id, String name, Instant certifiedAt, int clients) {}

    public PartnerListPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "staff/partners";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
