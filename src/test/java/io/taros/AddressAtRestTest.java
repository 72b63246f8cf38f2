package io.taros;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-06, P-37: where somebody is lies in no table, whatever they did. */
@TarosTest
class AddressAtRestTest {
    private static final List<String> OURS = List.of("127.0.0.1", "0:0:0:0:0:0:0:1");

    private final Tenants tenants;
    private final CrossOrganization everything;
    @LocalServerPort private int port;

    AddressAtRestTest(Tenants tenants, CrossOrganization everything) {
        this.tenants = tenants;
        this.everything = everything;
    }

    @Test
    void isInNoTable() {
        var acme = tenants.open("Acme");
        var owner = new Browser(port);
        owner.signIn(acme.email(), "not the password");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/account/sessions");
        chat(acme.apiKey());

        assertThat(rows("audit_entry")).as("told apart by a hash").isPositive();
        for (var table :
                List.of("account_device", "spring_session_attributes", "message", "lead")) {
            assertThat(rows(table)).as(table).isPositive();
        }
        for (var address : OURS) {
            assertThat(tablesWith(address)).as(address).isEmpty();
        }
    }

    /**
     * The cookie that tells a known browser from a stranger's opens nothing, and lies as a hash.
     */
    @Test
    void norIsWhatTellsABrowserApart() {
        var acme = tenants.open("Acme");
        var owner = new Browser(port);
        owner.signIn(acme.email(), Tenants.PASSWORD);

        var secret =
                owner.cookies().getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("taros-device"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();

        assertThat(rows("account_device")).isEqualTo(1);
        assertThat(tablesWith(secret)).isEmpty();
    }

    private void chat(String key) {
        var api = new RestCaller("http://localhost:" + port, key);
        var publicKey = api.get("/bots/" + api.bot("Robin")).at("publicKey");
        var visitor = Visitor.start(URI.create("http://localhost:" + port), publicKey);
        visitor.replyTo(visitor.say("Do you deliver?", "c-1"));
        visitor.call("POST", "/lead", "{\"email\": \"ada@example.com\"}");
        eventually(() -> assertThat(rows("stream_event")).isPositive());
    }

    private long rows(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    /** As text or inside of bytes, such as what a session knows. */
    private List<String> tablesWith(String text) {
        return everything.inTransaction(jdbc ->
                tables(jdbc).stream()
                        .filter(table ->
                                jdbc.sql(
                                                """
                                                select exists(select from %1$s t where position(:text in t::text) > 0
                                                  or position(encode(convert_to(:text, 'UTF8'), 'hex') in t::text) > 0)
                                                """
                                                        .formatted(table))
                                        .param("text", text)
                                        .query(Boolean.class)
                                        .single())
                        .toList());
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select tablename from pg_tables
                        where schemaname = 'public' and tablename <> 'flyway_schema_history'
                        """)
                .query(String.class)
                .list();
    }
}
