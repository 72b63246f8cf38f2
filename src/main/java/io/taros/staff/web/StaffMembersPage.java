package io.taros.staff.web;

import io.taros.platform.security.StaffRole;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Staff area: who is staff, and as what.
 *
 * @param email of a form shown again
 * @param role of the same
 */
public record StaffMembersPage(List<Row> rows, String email, String role, FormErrors errors)
        implements View {
    /**
     * @param hasFactor whether they have a second factor; without one they get no further
     */
    public record Row(
            UUID account,
            String name,
            String email,
            StaffRole role,
            Instant addedAt,
            boolean hasFactor,
            boolean isSelf) {}

    public StaffMembersPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "staff/members";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
