package io.taros.platform.sql.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What tables there are, by the database's own word. */
final class Catalogue {
    private static final String HISTORY = "flyway_schema_history";

    private static final String TABLES =
            """
            select c.relname, array_agg(a.attname::text order by a.attnum) from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relkind = 'r' and c.relnamespace = current_schema()::text::regnamespace
              and c.relname <> '%s'
            group by 1 order by 1
            """
                    .formatted(HISTORY);

    /** What is written must read the same wherever it is read. */
    private static final List<String> FORMATS =
            List.of(
                    "set datestyle to 'ISO, YMD'",
                    "set intervalstyle to 'postgres'",
                    "set timezone to 'UTC'",
                    "set bytea_output to 'hex'",
                    "set extra_float_digits to 1");

    private Catalogue() {}

    static List<TableColumns> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var found = new ArrayList<TableColumns>();
            while (rows.next()) {
                found.add(
                        new TableColumns(
                                rows.getString(1),
                                List.of((String[]) rows.getArray(2).getArray())));
            }
            return found;
        }
    }

    /** The migrations that made it what it is, in their order. */
    static List<String> versions(Connection connection) throws SQLException {
        return texts(
                connection,
                "select version from %s where success and version is not null order by installed_rank"
                        .formatted(HISTORY));
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static void fixFormats(Connection connection) throws SQLException {
        for (var format : FORMATS) {
            execute(connection, format);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
