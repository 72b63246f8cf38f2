package io.taros.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one table, closed anew where the newest key did not close them. */
final class SealedRows {
    /** Never part of an id. */
    private static final String BETWEEN = "\n";

    private final SealedTable table;
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final int most;
    private final boolean isPatient;

    /**
     * @param isPatient whether it waits for rows that somebody else holds
     */
    SealedRows(SealedTable table, JdbcClient jdbc, Sealing sealing, int most, boolean isPatient) {
        this.isPatient = isPatient;
        this.table = table;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.most = most;
    }

    private record Row(Map<String, String> names, Map<String, byte[]> stale) {}

    /**
     * In the caller's transaction. Without patience a row that somebody else holds is left: whoever
     * waits for it must not wait for us, too.
     *
     * @return the key of the last row; empty when there is none after it
     */
    Optional<String> reseal(String after) {
        var rows = read(after);
        for (var row : rows) {
            row.stale().forEach((column, sealed) -> reseal(column(column), row, sealed));
        }
        return rows.size() < most || table.key().isEmpty()
                ? Optional.empty()
                : Optional.of(keyOf(rows.getLast()));
    }

    /** Whether something is left that the newest key did not close. */
    boolean isStale() {
        return table.columns().stream()
                .anyMatch(column ->
                        jdbc.sql(
                                        "select exists(select from %s where %s)"
                                                .formatted(table.name(), stale(column)))
                                .param("prefix", sealing.prefix())
                                .query(Boolean.class)
                                .single());
    }

    private void reseal(SealedTable.Column column, Row row, byte[] sealed) {
        var context = column.contextOf(name -> Objects.requireNonNull(row.names().get(name)));
        var plain = sealing.open(sealed, context);
        var index = column.index();
        // Somebody may write another value meanwhile, with the newest key.
        var update =
                jdbc.sql(
                                "update %s set %s = :sealed%s where %s and %s = :before"
                                        .formatted(
                                                table.name(),
                                                column.name(),
                                                index == null
                                                        ? ""
                                                        : ", " + index.name() + " = :index",
                                                isRow(),
                                                column.name()))
                        .param("sealed", sealing.seal(plain, context))
                        .param("before", sealed);
        if (index != null) {
            update =
                    update.param(
                            "index", index.of().apply(new String(plain, StandardCharsets.UTF_8)));
        }
        for (var key : table.key()) {
            update = update.param(key.name(), row.names().get(key.name()));
        }
        update.update();
    }

    private List<Row> read(String after) {
        var selected = new ArrayList<String>();
        named().forEach(name -> selected.add(name + "::text as " + name));
        table.columns().forEach(column -> selected.add(staleOnly(column)));
        var statement =
                jdbc.sql(
                                "select %s from %s where %s order by %s limit :most for no key update%s"
                                        .formatted(
                                                String.join(", ", selected),
                                                table.name(),
                                                after.isEmpty() ? "true" : isAfter(),
                                                table.key().isEmpty()
                                                        ? "1"
                                                        : keys(SealedTable.Key::name),
                                                isPatient ? "" : " skip locked"))
                        .param("prefix", sealing.prefix())
                        .param("most", most);
        if (!after.isEmpty()) {
            var last = after.split(BETWEEN, -1);
            for (var i = 0; i < last.length; i++) {
                statement = statement.param("after" + i, last[i]);
            }
        }
        return statement.query((row, number) -> row(row)).list();
    }

    /** Nothing of what needs nothing is read. */
    private static String staleOnly(SealedTable.Column column) {
        return "case when %1$s then %2$s end as %2$s".formatted(stale(column), column.name());
    }

    private static String stale(SealedTable.Column column) {
        var index = column.index();
        return "(%1$s is not null and (substring(%1$s from 1 for %2$d) <> :prefix%3$s))"
                .formatted(
                        column.name(),
                        OpenKeys.PREFIX,
                        index == null ? "" : " or " + index.name() + " is null");
    }

    private Row row(ResultSet row) throws SQLException {
        var names = new HashMap<String, String>();
        for (var name : named()) {
            names.put(name, row.getString(name));
        }
        var stale = new HashMap<String, byte[]>();
        for (var column : table.columns()) {
            var sealed = row.getBytes(column.name());
            if (sealed != null) {
                stale.put(column.name(), sealed);
            }
        }
        return new Row(names, stale);
    }

    /** The key, and whatever else a context names. */
    private LinkedHashSet<String> named() {
        var names = new LinkedHashSet<String>();
        table.key().forEach(key -> names.add(key.name()));
        table.columns().forEach(column -> names.addAll(column.named()));
        return names;
    }

    private String isRow() {
        return table.key().isEmpty()
                ? "true"
                : table.key().stream()
                        .map(key -> "%1$s = cast(:%1$s as %2$s)".formatted(key.name(), key.type()))
                        .collect(Collectors.joining(" and "));
    }

    private String isAfter() {
        var after = new ArrayList<String>();
        for (var i = 0; i < table.key().size(); i++) {
            after.add("cast(:after%d as %s)".formatted(i, table.key().get(i).type()));
        }
        return "(%s) > (%s)".formatted(keys(SealedTable.Key::name), String.join(", ", after));
    }

    private String keys(java.util.function.Function<SealedTable.Key, String> part) {
        return table.key().stream().map(part).collect(Collectors.joining(", "));
    }

    private String keyOf(Row row) {
        return keysOf(row).collect(Collectors.joining(BETWEEN));
    }

    private java.util.stream.Stream<@Nullable String> keysOf(Row row) {
        return table.key().stream().map(key -> row.names().get(key.name()));
    }

    private SealedTable.Column column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
