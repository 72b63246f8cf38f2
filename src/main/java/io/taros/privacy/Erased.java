package io.taros.privacy;

import java.util.Map;
import java.util.Set;
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

    /** Of each the larger number: what went before is not there any more, and little came since. */
    Erased orMore(Erased before) {
        var most = new TreeMap<>(rows);
        before.rows().forEach((table, count) -> most.merge(table, count, Math::max));
        return new Erased(
                most, Math.max(files, before.files()), Math.max(documents, before.documents()));
    }

    boolean isNothing() {
        return rows.isEmpty() && files == 0 && documents == 0;
    }

    /**
     * For the audit log.
     *
     * @param byLaw tables whose rows went on without their organization
     */
    Map<String, String> detail(Set<String> byLaw) {
        var gone = new TreeMap<>(rows);
        gone.keySet().removeAll(byLaw);
        var kept = new TreeMap<>(rows);
        kept.keySet().retainAll(byLaw);
        var detail = new TreeMap<String, String>();
        detail.put(
                "rows", String.valueOf(gone.values().stream().mapToInt(Integer::intValue).sum()));
        detail.put("tables", inWords(gone));
        detail.put("files", String.valueOf(files));
        detail.put("documents", String.valueOf(documents));
        if (!kept.isEmpty()) {
            detail.put("kept", inWords(kept));
        }
        return detail;
    }

    /** How many, by table, as receipts say it. */
    public static String inWords(Map<String, ? extends Number> rows) {
        return new TreeMap<>(rows)
                .entrySet().stream()
                        .map(table -> table.getKey() + " " + table.getValue())
                        .collect(Collectors.joining(", "));
    }
}
