package io.taros.platform.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What makes the schema, in the one order there is. */
public final class Migrations {
    private Migrations() {}

    /** Up to the newest. */
    static void run(DatabaseOwner owner) {
        of(owner).load().migrate();
    }

    /** With the two working roles, up to this version. */
    public static void run(DatabaseOwner owner, String version) {
        new DatabaseRoles(owner).ensure();
        of(owner).target(version).load().migrate();
    }

    /** Of this program. */
    public static List<String> versions(DatabaseOwner owner) {
        return Arrays.stream(of(owner).load().info().all())
                .map(migration -> migration.getVersion())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    private static FluentConfiguration of(DatabaseOwner owner) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true);
    }
}
