package io.taros.platform.sql;

import io.taros.platform.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two roles the running server signs in as. {@code taros_app} serves requests and jobs under
 * row-level security; {@code taros_staff} sees all organizations and is reachable only through
 * {@link CrossOrganization}. Neither owns anything or bypasses row-level security: the staff role
 * has policies of its own.
 *
 * <p>Their passwords are derived from the owner's, so that every node computes the same ones and
 * nothing more needs storing.
 */
final class DatabaseRoles {
    static final String APP = "taros_app";
    static final String STAFF = "taros_staff";

    private final DatabaseOwner owner;

    DatabaseRoles(DatabaseOwner owner) {
        this.owner = owner;
    }

    void ensure() {
        try (var connection = owner.connect()) {
            execute(connection, "select pg_advisory_lock(hashtext('taros.roles'))");
            for (var role : new String[] {APP, STAFF}) {
                execute(
                        connection,
                        """
                        do $$ begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s;
                          end if;
                        end $$
                        """
                                .formatted(role));
                execute(
                        connection,
                        "alter role %s login noinherit password '%s'"
                                .formatted(role, passwordOf(role)));
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database at %s refused the login taros.database.username=%s: %s"
                            .formatted(owner.url(), owner.username(), firstLine(e)),
                    e);
        }
    }

    String passwordOf(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
