package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-10: nothing is read before somebody said that it may be, and who that was is kept. */
@TarosTest
class ConfirmationTest {
    private final Tenants tenants;
    private final CrossOrganization everything;
    @LocalServerPort private int port;
    private Tenant acme;
    private RestCaller api;
    private String bot;

    ConfirmationTest(Tenants tenants, CrossOrganization everything) {
        this.tenants = tenants;
        this.everything = everything;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
    }

    @Test
    void isAskedOfMembersForEveryWayToTeach() {
        var owner = new Browser(port);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/knowledge");
        for (var way : List.of("WEBSITE", "SITEMAP", "TEXT")) {
            var refused =
                    owner.post(
                            "/knowledge/sources",
                            "bot",
                            bot,
                            "way",
                            way,
                            "url",
                            "http://127.0.0.1:1/",
                            "text",
                            "Hello.");
            assertThat(refused.status()).as(way).isEqualTo(422);
            assertThat(refused.body()).as(way).contains("Please confirm that you may use it.");
        }
        assertThat(confirmedBy()).isEmpty();

        var added =
                owner.post(
                        "/knowledge/sources",
                        "bot",
                        bot,
                        "way",
                        "TEXT",
                        "title",
                        "Greeting",
                        "text",
                        "Hello.",
                        "rights",
                        "true");

        assertThat(added.status()).isEqualTo(303);
        assertThat(confirmedBy()).containsExactly("account:" + acme.owner());
    }

    @Test
    void comesWithTheKeyOfWhoeverUsesTheApi() {
        api.accepted(
                api.post("/bots/" + bot + "/sources", Map.of("type", "text", "text", "Hello.")));

        assertThat(confirmedBy()).singleElement().asString().startsWith("api-key:");
    }

    private List<String> confirmedBy() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select rights_confirmed_by from source").query(String.class).list());
    }
}
