package io.taros.knowledge;

import io.taros.knowledge.extract.Rows;
import io.taros.platform.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, line by line. Nothing has happened yet.
 *
 * @param head the first rows as they stand in the file
 */
public record ImportPlan(ColumnRoles columns, List<Rows.Row> head, List<Line> lines) {
    /** What becomes of a question that is there with another answer. */
    public enum Mode {
        ADD,
        UPDATE
    }

    public enum Fate {
        ADDED,
        UPDATED,
        /** It is there, word for word. */
        KNOWN,
        WRONG
    }

    /**
     * @param number of the line in the file
     * @param present the pair with the same question
     * @param problem why it cannot be taken
     */
    public record Line(
            int number,
            NewSource.Qa words,
            Fate fate,
            @Nullable Pair present,
            @Nullable Refusal problem) {}

    public ImportPlan {
        head = List.copyOf(head);
        lines = List.copyOf(lines);
    }

    public List<Line> of(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }

    public int taken() {
        return of(Fate.ADDED).size() + of(Fate.UPDATED).size();
    }
}
