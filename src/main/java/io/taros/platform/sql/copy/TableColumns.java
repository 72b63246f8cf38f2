package io.taros.platform.sql.copy;

import java.util.List;

/** A table and those of its columns that are stored. */
public record TableColumns(String name, List<String> columns) {
    public TableColumns {
        columns = List.copyOf(columns);
    }

    String copyOut() {
        return "copy (select %s from %s) to stdout".formatted(names(), quoted(name));
    }

    String copyIn(String schema) {
        return "copy %s.%s (%s) from stdin".formatted(quoted(schema), quoted(name), names());
    }

    private String names() {
        return String.join(", ", columns.stream().map(TableColumns::quoted).toList());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
