package io.taros;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-36: what strangers and members write is text to pages, and a value to the database. */
@TarosTest
class HostilePagesTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String HANDLER = "\"><img src=x onerror=alert(1)>";
    private static final String SQL = "'); delete from bot; --";

    private final Tenants tenants;
    @LocalServerPort private int port;
    private RestCaller api;
    private Browser browser;

    HostilePagesTest(Tenants tenants) {
        this.tenants = tenants;
    }

    @BeforeEach
    void open() {
        var acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void showWhatSomebodyWroteAsText() {
        var bot = api.bot(SCRIPT);
        api.finished(
                api.accepted(
                        api.post(
                                "/bots/" + bot + "/sources",
                                Map.of("type", "text", "title", HANDLER, "text", SCRIPT))));
        var visitor =
                Visitor.start(
                        URI.create("http://localhost:" + port),
                        api.get("/bots/" + bot).at("publicKey"));
        visitor.replyTo(visitor.say(HANDLER, "c-1"));

        for (var path : List.of("/home", "/knowledge", "/inbox", "/inbox/" + visitor.id())) {
            var page = browser.get(path + "?bot=" + bot);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain(SCRIPT, "<img src=x");
        }
        for (var path : List.of("/knowledge", "/inbox/" + visitor.id())) {
            assertThat(browser.get(path).body()).as(path).contains("&lt;img src=x onerror=");
        }
    }

    @Test
    void takeSqlForWords() {
        var bot = api.bot(SQL);

        assertThat(api.get("/bots/" + bot).at("name")).isEqualTo(SQL);
        assertThat(api.get("/bots").json().path("data").size()).isEqualTo(1);
    }
}
