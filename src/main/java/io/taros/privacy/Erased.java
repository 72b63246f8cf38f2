package io.taros.privacy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was taken out of the installation.
 *
 * @param rows how many, by table
 * @param files how many of the blob store
 * @param documents how many of the search index
 */
public record Erased(Map<String, Integer> rows, int files, int documents) {
    public Erased {
        rows = Map.copyOf(rows);
    }

    /** For the audit log. */
    Map<String, String> detail() {
        return Map.of(
                "rows", String.valueOf(rows.values().stream().mapToInt(Integer::intValue).sum()),
                "tables", inWords(rows),
                "files", String.valueOf(files),
                "documents", String.valueOf(documents));
    }

    /** How many, by table, as receipts say it. */
    static String inWords(Map<String, ? extends Number> rows) {
        return new TreeMap<>(rows)
                .entrySet().stream()
                        .map(table -> table.getKey() + " " + table.getValue())
                        .collect(Collectors.joining(", "));
    }
}
