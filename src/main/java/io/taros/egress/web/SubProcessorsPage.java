package io.taros.egress.web;

import io.taros.egress.SubProcessor;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;

/** Who processes for this installation, and every change of that. */
public record SubProcessorsPage(List<Line> lines, List<Change> changes) implements View {
    /**
     * @param isComing whether it gets nothing before a day that is announced
     * @param since when it came upon the list
     */
    public record Line(SubProcessor entry, boolean isComing, Instant since) {}

    /** What a version changed. */
    public record Change(
            int version,
            Instant at,
            List<SubProcessor> added,
            List<SubProcessor> removed,
            List<SubProcessor> altered) {
        public Change {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            altered = List.copyOf(altered);
        }
    }

    public SubProcessorsPage {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    @Override
    public String template() {
        return "egress/sub-processors";
    }
}
