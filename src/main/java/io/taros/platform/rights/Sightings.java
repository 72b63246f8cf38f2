package io.taros.platform.rights;

import io.taros.platform.crypto.SealedTables;
import io.taros.platform.security.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where somebody still stands: in any column of any table of the bound organization, found in the
 * catalogue rather than in a list that can forget one, and in its waiting jobs. Bytes are searched
 * for the same words. What is sealed cannot be read this way, and its own module looks there.
 */
@Repository
public class Sightings {
    /** Append-only: ids of what is gone stand here, which name nobody. */
    private static final Set<String> OF_IDS = Set.of("audit_entry", "audit_checkpoint");

    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Of PostgreSQL, where a word has no beginning and no end that could be asked for. */
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Set<String> sealed;

    Sightings(JdbcClient jdbc, TransactionTemplate transactions, List<SealedTables> sealed) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.sealed =
                sealed.stream()
                        .flatMap(tables -> tables.ofOrganizations().stream())
                        .flatMap(table ->
                                table.columns().stream()
                                        .map(column -> table.name() + "." + column.name()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param tables how many were read: none where there was nothing to look for
     * @param found rows, by table; empty if there are none
     */
    public record Searched(int tables, Map<String, Long> found) {
        public Searched {
            found = Map.copyOf(found);
        }
    }

    /** Names are quoted by the catalogue they come from. */
    private record Column(String table, String name, String quoted, String type, String category) {
        boolean isIds() {
            return type.equals("uuid") || type.equals("_uuid");
        }

        /** Numbers, times and truths hold no words. */
        boolean isText() {
            return !isIds() && !Set.of("N", "B", "D", "T").contains(category);
        }

        String holdsId() {
            return quoted + (type.equals("uuid") ? " = any(:ids::uuid[])" : " && :ids::uuid[]");
        }
    }

    /** What is looked for; either may be empty. */
    private record Wanted(Collection<UUID> ids, String words) {
        boolean isNothing() {
            return ids.isEmpty() && words.isEmpty();
        }

        String isIn(String text) {
            var ways = new ArrayList<String>();
            if (!words.isEmpty()) {
                ways.add("lower(%s) ~ :words".formatted(text));
            }
            if (!ids.isEmpty()) {
                ways.add(
                        "exists(select from regexp_matches(lower(%s), '(%s)', 'g') m where m[1]::uuid = any(:ids::uuid[]))"
                                .formatted(text, ID));
            }
            return String.join(" or ", ways);
        }
    }

    public Searched look(Collection<UUID> ids, Collection<String> words) {
        var wanted = new Wanted(ids, words.isEmpty() ? "" : pattern(words));
        if (wanted.isNothing()) {
            return new Searched(0, Map.of());
        }
        var tables = tables();
        var found = new TreeMap<String, Long>();
        tables.forEach((table, columns) -> count(table, condition(columns, wanted), wanted, found));
        count(
                "scheduled_tasks",
                """
                convert_from(task_data, 'UTF8')::jsonb ->> 'organization' = :organization::text and (%s)
                """
                        .formatted(wanted.isIn("task_instance || convert_from(task_data, 'UTF8')")),
                wanted,
                found);
        return new Searched(tables.size(), found);
    }

    private void count(String table, String condition, Wanted wanted, Map<String, Long> found) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                                .param("organization", Tenancy.organization())
                                .param("ids", wanted.ids())
                                .param("words", wanted.words())
                                .query(Long.class)
                                .single());
        if (rows > 0) {
            found.put(table, rows);
        }
    }

    private String condition(List<Column> columns, Wanted wanted) {
        var ways = new ArrayList<String>();
        if (!wanted.ids().isEmpty()) {
            columns.stream().filter(Column::isIds).map(Column::holdsId).forEach(ways::add);
        }
        var texts =
                columns.stream()
                        .filter(Column::isText)
                        .filter(column -> !sealed.contains(column.table() + "." + column.name()))
                        .map(column -> column.quoted() + "::text")
                        .collect(Collectors.joining(", "));
        if (!texts.isEmpty()) {
            ways.add(wanted.isIn("concat_ws(' ', " + texts + ")"));
        }
        return "organization_id = :organization and (%s)"
                .formatted(ways.isEmpty() ? "false" : String.join(" or ", ways));
    }

    private Map<String, List<Column>> tables() {
        return jdbc
                .sql(
                        """
                        select c.oid::regclass::text as table, a.attname as name, quote_ident(a.attname) as quoted, t.typname as type,
                            coalesce(e.typcategory, t.typcategory)::text as category
                        from pg_class c
                        join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id'
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        join pg_type t on t.oid = a.atttypid
                        left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
                        where c.relkind = 'r' and c.relrowsecurity order by 1, a.attnum
                        """)
                .query(Column.class)
                .list()
                .stream()
                .filter(column -> !OF_IDS.contains(column.table()))
                .collect(
                        Collectors.groupingBy(
                                Column::table, LinkedHashMap::new, Collectors.toList()));
    }

    /** As words of their own; in bytes, written in hexadecimal, there are no such. */
    private static String pattern(Collection<String> words) {
        var plain = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).distinct().toList();
        var text =
                plain.stream()
                        .map(word -> SPECIAL.matcher(word).replaceAll("\\\\$0"))
                        .collect(Collectors.joining("|"));
        var bytes =
                plain.stream()
                        .map(word ->
                                HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("|"));
        return "(?:^|[^[:alnum:]])(?:%s)(?:$|[^[:alnum:]])|%s".formatted(text, bytes);
    }
}
