package io.taros.knowledge.web;

import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a bot; asks for itself again while one of them is being read.
 *
 * @param next cursor of the following page
 */
public record SourceList(UUID bot, List<SourceRow> rows, @Nullable String next) implements View {
    public SourceList {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "knowledge/source-list";
    }

    public boolean isBusy() {
        return rows.stream().anyMatch(SourceRow::isBusy);
    }
}
