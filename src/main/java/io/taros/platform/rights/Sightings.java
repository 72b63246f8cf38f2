package io.taros.platform.rights;

import io.taros.platform.security.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where words still stand: in any column of any table of the bound organization, found in the
 * catalogue rather than in a list that can forget one, and in its waiting jobs. Bytes are searched
 * for the same words. What is sealed cannot be read this way, and its own module looks there.
 */
@Repository
public class Sightings {
    /** Append-only: ids of what is gone stand here, which name nobody. */
    private static final Set<String> OF_IDS = Set.of("audit_entry", "audit_checkpoint");

    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}]");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Sightings(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * @param tables how many were read
     * @param found rows, by table; empty if there are none
     */
    public record Searched(int tables, Map<String, Long> found) {
        public Searched {
            found = Map.copyOf(found);
        }
    }

    public Searched look(Collection<String> words) {
        var tables = tables();
        var found = new TreeMap<String, Long>();
        if (!words.isEmpty()) {
            var pattern = pattern(words);
            for (var table : tables) {
                count(table, pattern, found);
            }
            countJobs(pattern, found);
        }
        return new Searched(tables.size(), found);
    }

    private void count(String table, String pattern, Map<String, Long> found) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        "select count(*) from %s t where organization_id = :organization and lower(t::text) ~ :pattern"
                                                .formatted(table))
                                .param("organization", Tenancy.organization())
                                .param("pattern", pattern)
                                .query(Long.class)
                                .single());
        if (rows > 0) {
            found.put(table, rows);
        }
    }

    private void countJobs(String pattern, Map<String, Long> found) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select count(*) from scheduled_tasks
                                        where convert_from(task_data, 'UTF8')::jsonb ->> 'organization' = :organization
                                          and lower(task_instance || convert_from(task_data, 'UTF8')) ~ :pattern
                                        """)
                                .param("organization", Tenancy.organization().toString())
                                .param("pattern", pattern)
                                .query(Long.class)
                                .single());
        if (rows > 0) {
            found.put("scheduled_tasks", rows);
        }
    }

    /** The names come from the catalogue, quoted there. */
    private List<String> tables() {
        return jdbc
                .sql(
                        """
                        select c.oid::regclass::text from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
                        where c.relkind = 'r' and c.relrowsecurity order by 1
                        """)
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> !OF_IDS.contains(table))
                .toList();
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
