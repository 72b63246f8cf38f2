package io.taros.staff.web;

import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff area: which organizations there are.
 *
 * @param words what was searched for
 * @param next the last one here, to ask for those after it; absent on the last page
 */
public record OrganizationListPage(List<Row> rows, String words, @Nullable UUID next)
        implements View {
    /**
     * @param seats absent for any number
     */
    public record Row(
            UUID id, String name, int members, @Nullable Integer seats, Instant createdAt) {}

    public OrganizationListPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "staff/organizations";
    }
}
