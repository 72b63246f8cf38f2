package io.taros.rights;

import io.taros.organization.Tenants.Tenant;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.storage.BlobStore;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.FilesBelow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Where words still stand: every row of every table cast to text, which reads what is stored
 * elsewhere (TOAST), too; bytes for the words themselves and, where a seal is known, opened; the
 * blobs and the index.
 */
@Component
class Remains {
    private static final String SEALED =
            """
            select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like 'sealed%'
              and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id')
            """;

    private static final Set<String> GO_ON =
            Set.of(
                    "audit_entry",
                    "audit_checkpoint",
                    "bot_calibration",
                    "golden_result",
                    "golden_run",
                    "judged_answer");

    private final CrossOrganization everything;
    private final OrganizationKeys keys;
    private final BlobStore blobs;
    private final DataDirectory data;

    Remains(
            CrossOrganization everything,
            OrganizationKeys keys,
            BlobStore blobs,
            DataDirectory data) {
        this.everything = everything;
        this.keys = keys;
        this.blobs = blobs;
        this.data = data;
    }

    /** In which tables, by name. */
    TreeSet<String> tables(List<String> words) {
        var found = new TreeSet<String>();
        for (var table :
                select(
                        "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'",
                        1)) {
            for (var row : select("select t::text from " + table.getFirst() + " t", 1)) {
                if (isIn(row.getFirst(), words)) {
                    found.add(table.getFirst());
                }
            }
        }
        return found;
    }

    /** Tables in which the organization still has something sealed. */
    TreeSet<String> sealed(Tenant tenant) {
        var found = new TreeSet<String>();
        for (var column : select(SEALED, 2)) {
            var rows =
                    select(
                            "select 1 from %s where organization_id = '%s' and %s is not null"
                                    .formatted(
                                            column.getFirst(),
                                            tenant.organization(),
                                            column.getLast()),
                            1);
            if (!rows.isEmpty()) {
                found.add(column.getFirst() + "." + column.getLast());
            }
        }
        return found;
    }

    /** What REST writes were answered. */
    List<String> answers(Tenant tenant) {
        var rows =
                select(
                        "select caller, key, encode(sealed_body, 'hex') from idempotency_key where organization_id = '%s'"
                                .formatted(tenant.organization()),
                        3);
        return Tenancy.callAs(
                tenant.organization(),
                () ->
                        rows.stream()
                                .map(row ->
                                        keys.decryptText(
                                                HexFormat.of().parseHex(row.get(2)),
                                                "idempotency_key:" + row.get(0) + ":" + row.get(1)))
                                .toList());
    }

    /** Whether the words stand in a file of the organization, or in the files of its index. */
    boolean isInFiles(Tenant tenant, List<String> words) throws IOException {
        var inBlobs =
                Tenancy.callAs(
                        tenant.organization(),
                        () ->
                                blobs.list(Instant.now().plusSeconds(1)).stream()
                                        .flatMap(id -> blobs.get(id).stream())
                                        .anyMatch(bytes -> isIn(text(bytes), words)));
        return inBlobs || isInIndex(tenant, words);
    }

    private boolean isInIndex(Tenant tenant, List<String> words) throws IOException {
        var index = data.directory("index").resolve(tenant.organization().toString());
        if (!Files.exists(index)) {
            return false;
        }
        var found = new ArrayList<Path>();
        FilesBelow.read(
                index,
                (file, bytes) -> {
                    if (isIn(text(bytes), words)) {
                        found.add(file);
                    }
                });
        return !found.isEmpty();
    }

    /**
     * How many rows there are, table by table, of what an organization has; without what is counted
     * and asked in the background after somebody improved an answer.
     */
    List<String> counts(Tenant tenant) {
        var counts = new ArrayList<String>();
        for (var table :
                select(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'organization_id' order by 1
                        """,
                        1)) {
            var name = table.getFirst();
            if (GO_ON.contains(name)) {
                continue;
            }
            var rows =
                    select(
                            "select count(*) from %s where organization_id = '%s'"
                                    .formatted(name, tenant.organization()),
                            1);
            counts.add(name + " " + rows.getFirst().getFirst());
        }
        return counts;
    }

    private static boolean isIn(String text, List<String> words) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word ->
                        lower.contains(word)
                                || lower.contains(
                                        HexFormat.of()
                                                .formatHex(word.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private List<List<String>> select(String sql, int columns) {
        return everything.inTransaction(
                jdbc -> jdbc.sql(sql).query((rows, number) -> row(rows, columns)).list());
    }

    private static List<String> row(ResultSet rows, int columns) throws SQLException {
        var row = new ArrayList<String>();
        for (var column = 1; column <= columns; column++) {
            row.add(rows.getString(column));
        }
        return row;
    }
}
