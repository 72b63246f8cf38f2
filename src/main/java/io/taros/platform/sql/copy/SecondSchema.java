package io.taros.platform.sql.copy;

import io.taros.platform.sql.DatabaseOwner;
import java.sql.SQLException;

/**
 * An installation beside another in one database, for a database that is not ours to move: it is
 * made in a schema of its own, and takes the other's name when it is whole.
 */
public final class SecondSchema {
    private static final String NAME = "taros_restoring";

    private final DatabaseOwner owner;

    public SecondSchema(DatabaseOwner owner) {
        this.owner = owner;
    }

    public boolean isTaken() {
        return ask("select to_regclass('public.flyway_schema_history') is not null");
    }

    /** By whoever serves. */
    public boolean isInUse() {
        return ask(
                "select exists (select from pg_stat_activity where datname = current_database() and usename in ('taros_app', 'taros_staff'))");
    }

    /** Empty, whatever another attempt left there. */
    public DatabaseOwner make() {
        run(
                "drop schema if exists %1$s cascade".formatted(NAME),
                "create schema %1$s".formatted(NAME),
                "grant usage on schema %1$s to public".formatted(NAME));
        return there();
    }

    public DatabaseOwner there() {
        var url = owner.url();
        return new DatabaseOwner(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + NAME,
                owner.username(),
                owner.password());
    }

    /** Both names change at once, or neither; done before, this does nothing. */
    public void swap(String aside) {
        if (ask("select to_regnamespace('%s') is not null".formatted(NAME))) {
            var isEmpty =
                    ask(
                            """
                            select not exists (select from pg_class where relnamespace = to_regnamespace('public'))
                              and not exists (select from pg_proc where pronamespace = to_regnamespace('public'))
                            """);
            run(
                    isEmpty
                            ? "drop schema if exists public"
                            : "alter schema public rename to %s"
                                    .formatted(TableColumns.quoted(aside)),
                    "alter schema %s rename to public".formatted(NAME));
        }
    }

    private boolean ask(String question) {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked", e);
        }
    }

    private void run(String... statements) {
        try (var connection = owner.connect()) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                Catalogue.execute(connection, statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused a schema", e);
        }
    }
}
