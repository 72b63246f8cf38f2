package io.taros.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.MovedClock;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** P-17: whoever is blocked costs nothing more, is told so, and keeps their rights. */
@TarosTest
class BlocksTest {
    private static final String SENTENCE = "this organization has blocked you";

    private final Tenants tenants;
    private final Blocks blocks;
    private final MovedClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final int port;
    private Tenants.Tenant acme;
    private String publicKey;
    private Browser owner;

    BlocksTest(
            Tenants tenants,
            Blocks blocks,
            MovedClock clock,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            JsonMapper json,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.blocks = blocks;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.port = port;
    }

    @BeforeEach
    void aBot() {
        acme = tenants.open("Acme");
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        publicKey = api.post("/bots", Map.of("name", "Robin")).at("publicKey");
        owner = new Browser(port);
        owner.signIn("owner@acme.example", Tenants.PASSWORD);
        owner.get("/people/blocks");
    }

    @Test
    void keepsSomebodyFromWritingWhoKeepsTheirChat() {
        var visitor = comesFrom("127.0.0.2");
        visitor.replyTo(visitor.say("Hello?", "c-1"));

        block(visitor, "DAY", true);

        var refused = visitor.post("Hello again?", "c-2");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(SENTENCE);
        assertThat(visitor.call("POST", "/handover", "").statusCode()).isEqualTo(409);
        assertThat(visitor.call("POST", "/lead", "{\"email\":\"m@example.org\"}").statusCode())
                .isEqualTo(409);
        assertThat(visitor.call("GET", "/export", "").body()).contains("Hello?");
        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);
    }

    @Test
    void learnsWhereTheyComeFromAndKeepsThemFromBeginningAnew() {
        var visitor = comesFrom("127.0.0.2");
        block(visitor, "DAY", true);
        assertThat(begins("127.0.0.2").statusCode()).as("nothing was kept before").isEqualTo(201);

        visitor.post("Hello?", "c-1");

        assertThat(begins("127.0.0.2").statusCode()).isEqualTo(409);
        assertThat(begins("127.0.0.3").statusCode()).as("somebody else").isEqualTo(201);
    }

    @Test
    void learnsNothingWhereItIsNotWanted() {
        var visitor = comesFrom("127.0.0.2");
        block(visitor, "DAY", false);

        visitor.post("Hello?", "c-1");

        assertThat(begins("127.0.0.2").statusCode()).isEqualTo(201);
    }

    @Test
    void knowsSomebodyAgainByTheAddressTheyLeft() {
        var visitor = comesFrom("127.0.0.2");
        leaves(visitor, "Mette@Example.org");
        block(visitor, "DAY", false);

        var again = comesFrom("127.0.0.3");

        assertThat(leaves(again, "mette@example.org ").statusCode()).isEqualTo(409);
        assertThat(leaves(again, "karl@example.org").statusCode()).isEqualTo(201);
    }

    @Test
    void endsByItself() {
        var visitor = comesFrom("127.0.0.2");
        block(visitor, "DAY", true);
        assertThat(visitor.post("Hello?", "c-1").statusCode()).isEqualTo(409);

        clock.putTo(clock.instant().plus(Duration.ofHours(25)));

        assertThat(visitor.post("Hello?", "c-1").statusCode()).isEqualTo(202);
        assertThat(Tenancy.callAs(acme.organization(), blocks::list)).isEmpty();
    }

    @Test
    void isLiftedAndWrittenDown() {
        var visitor = comesFrom("127.0.0.2");
        block(visitor, "FOR_GOOD", true);
        assertThat(visitor.post("Hello?", "c-1").statusCode()).isEqualTo(409);
        var block = Tenancy.callAs(acme.organization(), blocks::list).getFirst();
        assertThat(owner.get("/people/blocks").body())
                .contains("Casino links", "Until somebody lifts it", "where they come from");

        owner.post("/people/blocks/" + block.id().value() + "/lifting");

        assertThat(visitor.post("Hello?", "c-1").statusCode()).isEqualTo(202);
        assertThat(begins("127.0.0.2").statusCode()).isEqualTo(201);
        assertThat(owner.get("/settings/audit-log").body())
                .contains("Visitor blocked", "Block of a visitor lifted");
    }

    @Test
    void takesAddressesTypedByHand() {
        assertThat(owner.post("/people/blocks", "range", "everybody").body())
                .contains("This is no range of addresses");
        assertThat(owner.post("/people/blocks", "range", "127.0.0.0/8").body())
                .contains("This is too wide");
        assertThat(begins("127.0.0.2").statusCode()).isEqualTo(201);

        var made =
                owner.post(
                        "/people/blocks",
                        "range",
                        "127.0.0.2/31",
                        "reason",
                        "ABUSE",
                        "length",
                        "DAY");

        assertThat(made.status()).isEqualTo(303);
        assertThat(begins("127.0.0.2").statusCode()).isEqualTo(409);
        assertThat(begins("127.0.0.3").statusCode()).isEqualTo(409);
        assertThat(begins("127.0.0.4").statusCode()).isEqualTo(201);
    }

    @Test
    void isOfOneOrganizationAlone() {
        var visitor = comesFrom("127.0.0.2");
        block(visitor, "DAY", true);
        visitor.post("Hello?", "c-1");
        var globex = tenants.open("Globex");
        var api = new RestCaller("http://localhost:" + port, globex.apiKey());
        publicKey = api.post("/bots", Map.of("name", "Wren")).at("publicKey");

        assertThat(begins("127.0.0.2").statusCode()).isEqualTo(201);
        assertThat(Tenancy.callAs(globex.organization(), blocks::list)).isEmpty();
    }

    @Test
    void holdsWhereWhoeverMadeItMayDecide() {
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var added = api.post("/bots", Map.of("name", "Wren"));
        var ben = limitedTo(Role.ADMIN, added.at("id"));
        owner.post("/people/blocks", "range", "127.0.0.4", "label", "Of all", "length", "DAY");

        ben.post("/people/blocks", "range", "127.0.0.2", "label", "Of one", "length", "DAY");

        assertThat(begins("127.0.0.2").statusCode()).as("at Robin").isEqualTo(201);
        assertThat(begins("127.0.0.4").statusCode()).isEqualTo(409);
        publicKey = added.at("publicKey");
        assertThat(begins("127.0.0.2").statusCode()).as("at Wren").isEqualTo(409);
        assertThat(begins("127.0.0.4").statusCode()).isEqualTo(409);

        var all = Tenancy.callAs(acme.organization(), blocks::list);
        var ofAll = idOf(all, "Of all");
        assertThat(owner.get("/people/blocks").body()).contains("Only at Wren");
        assertThat(ben.get("/people/blocks").body())
                .contains("Of all", "Of one")
                .doesNotContain(ofAll);
        assertThat(lift(ben, ofAll)).isEqualTo(404);
        assertThat(lift(ben, idOf(all, "Of one"))).isEqualTo(303);
        assertThat(begins("127.0.0.2").statusCode()).isEqualTo(201);
        assertThat(begins("127.0.0.4").statusCode()).isEqualTo(409);
    }

    @Test
    void goesWithTheLastBotItHoldsAt() {
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var wren = api.post("/bots", Map.of("name", "Wren")).at("id");
        var ben = limitedTo(Role.ADMIN, wren);
        ben.post("/people/blocks", "range", "127.0.0.2", "label", "Of one", "length", "DAY");
        owner.post("/people/blocks", "range", "127.0.0.4", "label", "Of all", "length", "DAY");

        assertThat(api.call("DELETE", "/bots/" + wren, "").status()).isEqualTo(204);

        assertThat(Tenancy.callAs(acme.organization(), blocks::list))
                .extracting(Block::label)
                .containsExactly("Of all");
    }

    @Test
    void isHiddenFromWhoeverSeesOtherBotsAlone() {
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var robin = api.get("/bots").json().at("/data/0/id").asString();
        var wren = api.post("/bots", Map.of("name", "Wren")).at("id");
        var ada = limitedTo(Role.ADMIN, robin);
        var ben = limitedTo(Role.AGENT, wren);

        ada.post("/people/blocks", "range", "127.0.0.2", "label", "Ada knows", "length", "DAY");

        assertThat(ada.get("/people/blocks").body()).contains("Ada knows");
        assertThat(ben.get("/people/blocks").body()).doesNotContain("Ada knows");
        var id = idOf(Tenancy.callAs(acme.organization(), blocks::list), "Ada knows");
        assertThat(lift(ben, id)).isEqualTo(404);
        assertThat(lift(owner, id)).isEqualTo(303);
    }

    private Browser limitedTo(Role role, String bot) {
        var browser = new Browser(port);
        browser.signIn(
                tenants.limited(acme.organization(), role, UUID.fromString(bot)), Tenants.PASSWORD);
        browser.get("/people/blocks");
        return browser;
    }

    private static String idOf(List<Block> all, String label) {
        return all.stream()
                .filter(block -> block.label().equals(label))
                .findFirst()
                .orElseThrow()
                .id()
                .value()
                .toString();
    }

    private static int lift(Browser who, String block) {
        return who.post("/people/blocks/" + block + "/lifting").status();
    }

    @Test
    void saysSoInTheVisitorsLanguage() {
        owner.post("/people/blocks", "range", "127.0.0.2", "length", "DAY");

        assertThat(begins("127.0.0.2", "de-AT,de;q=0.9").body()).contains("hat Sie gesperrt");
        assertThat(begins("127.0.0.2", "da").body()).contains("har blokeret dig");
        assertThat(begins("127.0.0.2", "pt").body()).contains(SENTENCE);
    }

    /** What is kept is found in no row as it was. */
    @Test
    void keepsHashesAlone() {
        var visitor = comesFrom("127.0.0.2");
        leaves(visitor, "mette@example.org");
        block(visitor, "DAY", true);
        visitor.post("Hello?", "c-1");

        List<String> rows =
                Tenancy.callAs(
                        acme.organization(),
                        () ->
                                transactions.execute(status ->
                                        jdbc.sql(
                                                        """
                                                        select b::text || coalesce(m::text, '') || encode(m.sealed_digest, 'escape')
                                                        from visitor_block b join visitor_block_mark m on m.block_id = b.id
                                                        """)
                                                .query(String.class)
                                                .list()));

        assertThat(rows).hasSize(3);
        assertThat(rows).noneMatch(row -> row.contains("mette") || row.contains("127.0.0.2"));
    }

    private Visitor comesFrom(String address) {
        return Visitor.startFrom(inet(address), installation(), publicKey);
    }

    private HttpResponse<String> begins(String address) {
        return begins(address, "en");
    }

    private HttpResponse<String> begins(String address, String language) {
        var http = HttpClient.newBuilder().localAddress(inet(address)).build();
        try {
            return http.send(
                    HttpRequest.newBuilder(
                                    installation()
                                            .resolve("/widget/v1/" + publicKey + "/conversations"))
                            .header("Content-Type", "application/json")
                            .header("Accept-Language", language)
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> leaves(Visitor visitor, String email) {
        return visitor.call("POST", "/lead", json.writeValueAsString(Map.of("email", email)));
    }

    private void block(Visitor visitor, String length, boolean byAddress) {
        var path = "/people/blocks/conversations/" + visitor.id();
        assertThat(owner.get(path).body()).contains("Block this visitor");
        var made =
                byAddress
                        ? owner.post(
                                path, "length", length, "label", "Casino links", "address", "true")
                        : owner.post(path, "length", length, "label", "Casino links");
        assertThat(made.status()).isEqualTo(303);
    }

    private URI installation() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static InetAddress inet(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
