package io.taros.platform.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What the database takes along when rows of a table are deleted. It is found in the catalogue: a
 * list would forget a table sooner or later.
 */
@Component
public class Cascades {
    /** The column of a table that refers to another one's key. */
    private record Reference(String table, String column, String to, String key) {}

    /**
     * One table that goes along.
     *
     * @param start and what follows it: a condition, with what the ids are compared with between
     */
    private record Along(String table, String start, String end) {
        String condition(String chosen) {
            return start + chosen + end;
        }
    }

    private final JdbcClient jdbc;
    private final Map<String, List<Along>> found = new ConcurrentHashMap<>();

    Cascades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anything goes along with rows of it. */
    public boolean isAny(String table) {
        return !along(table).isEmpty();
    }

    /**
     * How many rows go along, by table; tables without are left out. In the caller's transaction.
     *
     * @param chosen what the ids of the rows are compared with: {@code = any(:ids)}, {@code in
     *     (select …)}
     */
    public Map<String, Long> count(
            String table, String chosen, UnaryOperator<StatementSpec> parameters) {
        var counts = new TreeMap<String, Long>();
        for (var along : along(table)) {
            var rows =
                    parameters
                            .apply(
                                    jdbc.sql(
                                            "select count(*) from %s where %s"
                                                    .formatted(
                                                            along.table(),
                                                            along.condition(chosen))))
                            .query(Long.class)
                            .single();
            if (rows > 0) {
                counts.put(along.table(), rows);
            }
        }
        return counts;
    }

    private List<Along> along(String table) {
        return found.computeIfAbsent(table, this::look);
    }

    /** By the shortest way: what is tied to a table twice is counted once. */
    private List<Along> look(String table) {
        var references = references();
        var seen = new TreeSet<String>(List.of(table));
        var found = new ArrayList<Along>();
        var next = new ArrayDeque<>(List.of(new Along(table, "", "")));
        while (!next.isEmpty()) {
            var parent = next.remove();
            for (var along : children(parent, references)) {
                if (seen.add(along.table())) {
                    found.add(along);
                    next.add(along);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Along> children(Along parent, List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.to().equals(parent.table()))
                .map(reference -> child(parent, reference))
                .toList();
    }

    private static Along child(Along parent, Reference reference) {
        if (parent.start().isEmpty()) {
            return new Along(reference.table(), reference.column() + " ", "");
        }
        var start =
                "%s in (select %s from %s where %s"
                        .formatted(
                                reference.column(),
                                reference.key(),
                                parent.table(),
                                parent.start());
        return new Along(reference.table(), start, parent.end() + ")");
    }

    /** Keys of organizations have two columns, and the organization is bound. */
    private List<Reference> references() {
        return jdbc
                .sql(
                        """
                        select c.conrelid::regclass::text as "table", own.attname as "column",
                            c.confrelid::regclass::text as "to", other.attname as "key"
                        from pg_constraint c
                        cross join lateral unnest(c.conkey, c.confkey) as k (own, other)
                        join pg_attribute own on own.attrelid = c.conrelid and own.attnum = k.own
                        join pg_attribute other on other.attrelid = c.confrelid and other.attnum = k.other
                        where c.contype = 'f' and c.confdeltype = 'c' and own.attname <> 'organization_id'
                        order by 1, 2
                        """)
                .query(Reference.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
