package io.taros.platform.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.TarosSettings;
import io.taros.platform.sql.DatabaseSettings;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.TestInstallation;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An installation with rows becomes a newer one. The owner of the tables is under row-level
 * security, too: a statement of a migration that means every row finds none.
 */
class UpgradeTest {
    private static final String BEFORE = "1.184";
    private static final UUID ACME = UUID.fromString("01a21b99-d338-71bd-b214-bd1bb5c11569");

    private final EmbeddedPostgres postgres =
            new EmbeddedPostgres(
                    new DataDirectory(
                            new TarosSettings(
                                    TestInstallation.freshDirectory(),
                                    URI.create("http://localhost"))),
                    new DatabaseSettings(null, null, null, false, 2));
    private EmbeddedPostgres.Address address;

    @BeforeEach
    void start() throws SQLException {
        address = postgres.start();
        execute(
                """
                create role taros_app login;
                create role taros_staff login
                """);
        migrate(BEFORE);
        execute(rows());
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void takesWhatIsThereAlong() throws SQLException {
        var forced = forced();
        assertThat(forced).contains("stream_event", "conversation", "lead");

        migrate("latest");

        assertThat(forced()).as("under row-level security").containsAll(forced);
        assertThat(count("lead")).isEqualTo(1);
        assertThat(count("conversation")).isEqualTo(1);
        assertThat(count("organization_key where not is_indexed and version = 1"))
                .as("to be found by an index, from the next night on")
                .isEqualTo(1);
        assertThat(count("stream_event")).as("sealed to no row").isZero();
    }

    private static String rows() {
        return """
        alter table organization no force row level security;
        alter table organization_key no force row level security;
        alter table bot no force row level security;
        alter table conversation no force row level security;
        alter table stream_event no force row level security;
        alter table lead no force row level security;
        insert into organization (organization_id, name, language, time_zone, created_at)
        values ('%1$s', 'Acme', 'en', 'UTC', now());
        insert into organization_key (organization_id, sealed_keyset, created_at)
        values ('%1$s', 'x', now());
        insert into bot (organization_id, id, name, public_key, instructions, language, threshold, provider,
            allowed_origins, greeting, suggested_questions, accent_colour, launcher_position, theme,
            text_names, text_values, created_at, updated_at)
        values ('%1$s', '%1$s', 'Robin', 'key', '', 'en', 0.5, 'x', '{}', '', '{}', '#000000', 'END', 'AUTO',
            '{}', '{}', now(), now());
        insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language, page_url,
            created_at, last_message_at)
        values ('%1$s', '%1$s', '%1$s', 'x', 'BOT', now(), 'en', 'https://shop.example/help', now(), now());
        insert into stream_event (organization_id, conversation_id, sequence, type, sealed_data, created_at)
        values ('%1$s', '%1$s', 1, 'delta', 'x', now());
        insert into lead (organization_id, id, conversation_id, bot_id, sealed_email, created_at)
        values ('%1$s', '%1$s', '%1$s', '%1$s', 'x', now());
        alter table organization force row level security;
        alter table organization_key force row level security;
        alter table bot force row level security;
        alter table conversation force row level security;
        alter table stream_event force row level security;
        alter table lead force row level security
        """
                .formatted(ACME);
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(address.url(), address.username(), address.password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private List<String> forced() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select relname from pg_class where relforcerowsecurity order by 1")) {
            var names = new ArrayList<String>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    /** Nothing of this outlives the connection. */
    private int count(String rows) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "alter table %s no force row level security".formatted(rows.split(" ")[0]));
            try (var found = statement.executeQuery("select count(*) from " + rows)) {
                found.next();
                return found.getInt(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private void execute(String statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.username(), address.password());
    }
}
