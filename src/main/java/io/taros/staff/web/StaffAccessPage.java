package io.taros.staff.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Settings, access for staff: an owner lets staff in for a while, and sees who was let in how.
 *
 * @param hours for how long one may let them in
 */
public record StaffAccessPage(List<AccessRow> rows, List<Integer> hours, FormErrors errors)
        implements View {
    public StaffAccessPage {
        rows = List.copyOf(rows);
        hours = List.copyOf(hours);
    }

    public boolean isOpen() {
        return rows.stream().anyMatch(row -> row.state() == AccessRow.State.OPEN);
    }

    @Override
    public String template() {
        return "staff/access";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
