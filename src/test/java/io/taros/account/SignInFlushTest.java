package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Members;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Which commits of a sign-in wait for the disk: as few as may be, and what was promised is there.
 */
@TarosTest
class SignInFlushTest {
    /**
     * @param waits whether its transaction waits for the disk
     */
    private record Written(String what, boolean waits) {}

    private static final List<String> WATCHED =
            List.of("spring_session", "account_device", "audit_entry");

    private final Tenants tenants;
    private final Members members;
    private final DatabaseOwner database;
    private final Browser browser;

    SignInFlushTest(
            Tenants tenants, Members members, DatabaseOwner database, @LocalServerPort int port) {
        this.tenants = tenants;
        this.members = members;
        this.database = database;
        browser = new Browser(port);
    }

    /**
     * Tests wait for no disk at all, so it shows by who said so: the server, or the transaction.
     */
    @BeforeEach
    void everyWriteIsWatched() {
        execute(
                "create table watched (id bigint generated always as identity, what text, waits boolean)");
        execute(
                """
                create function watch() returns trigger language plpgsql security definer as $$
                begin
                    insert into watched (what, waits)
                    select tg_table_name, source <> 'session' from pg_settings where name = 'synchronous_commit';
                    return coalesce(new, old);
                end $$
                """);
        for (var table : WATCHED) {
            execute(
                    "create trigger watch after insert or delete on %s for each row execute function watch()"
                            .formatted(table));
        }
    }

    @AfterEach
    void nothingIsWatchedAnyMore() {
        execute("drop function watch() cascade");
        execute("drop table watched");
    }

    @Test
    void waitsOnceForAllThatIsWrittenBeforeSomebodyIsIn() {
        var acme = tenants.open("Acme");
        var globex = tenants.open("Globex");
        Tenancy.runAs(globex.organization(), () -> members.add(acme.owner(), Role.AGENT));
        browser.get("/sign-in");
        execute("delete from watched");

        browser.post("/sign-in", "email", acme.email(), "password", Tenants.PASSWORD);

        assertThat(written())
                .containsExactly(
                        new Written("spring_session", false),
                        new Written("account_device", false),
                        new Written("audit_entry", false),
                        new Written("audit_entry", true),
                        new Written("spring_session", false));
    }

    @Test
    void waitsForTheEndOfASession() {
        var acme = tenants.open("Acme");
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/account");
        execute("delete from watched");

        assertThat(browser.post("/sign-out").status()).isEqualTo(303);

        assertThat(written()).first().isEqualTo(new Written("spring_session", true));
    }

    private List<Written> written() {
        var all = new ArrayList<Written>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select what, waits from watched order by id")) {
            while (rows.next()) {
                all.add(new Written(rows.getString(1), rows.getBoolean(2)));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    private void execute(String statement) {
        try (var connection = connect();
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private java.sql.Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.username(), database.password());
    }
}
