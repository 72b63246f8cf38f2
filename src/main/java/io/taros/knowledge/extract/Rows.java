package io.taros.knowledge.extract;

import java.util.List;

/** What came out of a table. */
public sealed interface Rows {
    /** The most that are read, the head included. */
    int MOST = 2_001;

    int MOST_COLUMNS = 30;

    /**
     * @param line of the file, the first being 1
     */
    record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Lines may end before others do. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Those that hold anything. */
    record Found(List<Row> rows) implements Rows {
        public Found {
            rows = List.copyOf(rows);
        }

        public int columns() {
            return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        }
    }

    record Unreadable(ReadProblem problem) implements Rows {}
}
