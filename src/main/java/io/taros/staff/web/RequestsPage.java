package io.taros.staff.web;

import io.taros.platform.web.View;
import java.util.List;

/** Staff area: who asks to be let in, for somebody else to decide. */
public record RequestsPage(List<AccessRow> rows) implements View {
    public RequestsPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "staff/requests";
    }
}
