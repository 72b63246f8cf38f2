package io.taros.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.MovedClock;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** P-17: what a bot costs in a day ends where its owner said. */
@TarosTest
class CeilingTest {
    private static final String OURS = "I cannot answer any more today.";

    private final Tenants tenants;
    private final Ceilings ceilings;
    private final MovedClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final URI installation;
    private final int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Bot.Id bot;
    private String publicKey;

    CeilingTest(
            Tenants tenants,
            Ceilings ceilings,
            MovedClock clock,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.ceilings = ceilings;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.port = port;
        installation = URI.create("http://localhost:" + port);
    }

    @BeforeEach
    void aBot() {
        acme = tenants.open("Acme");
        api = new RestCaller(installation.toString(), acme.apiKey());
        var added = api.post("/bots", Map.of("name", "Robin"));
        bot = new Bot.Id(UUID.fromString(added.at("id")));
        publicKey = added.at("publicKey");
    }

    @Test
    void answersOneVisitorSoOftenInADayAndOthersAsBefore() throws Exception {
        keep(2, null, Map.of());
        var visitor = Visitor.start(installation, publicKey);
        var sameAddress = Visitor.start(installation, publicKey);
        var other =
                Visitor.startFrom(
                        InetAddress.getByName("127.0.0.2"),
                        URI.create("http://127.0.0.1:" + port),
                        publicKey);

        assertThat(asks(visitor, "One?")).doesNotStartWith(OURS);
        assertThat(asks(sameAddress, "Two?")).doesNotStartWith(OURS);
        assertThat(asks(visitor, "Three?")).startsWith(OURS);
        assertThat(asks(sameAddress, "Four?")).startsWith(OURS);
        assertThat(asks(other, "One?")).doesNotStartWith(OURS);
    }

    @Test
    void givesNoMoreThanThatToManyAtOnce() throws Exception {
        keep(null, 10, Map.of());
        Callable<Boolean> asking =
                () ->
                        Tenancy.callAs(
                                acme.organization(),
                                () -> ceilings.take(bot, someone(), "en").isEmpty());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var given = 0;
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 100).mapToObj(n -> asking).toList())) {
                given += answer.get() ? 1 : 0;
            }

            assertThat(given).isEqualTo(10);
        }
    }

    @Test
    void whatTheBotDoesNotGiveCountsForNoVisitor() {
        keep(5, 1, Map.of());
        var mette = "mette".getBytes(StandardCharsets.UTF_8);

        assertThat(take(mette)).isTrue();
        assertThat(take(mette)).isFalse();

        assertThat(counted(mette)).isEqualTo(1);
    }

    @Test
    void beginsAnewWithTheDayOfTheOrganization() {
        keep(null, 1, Map.of());
        var browser = new Browser(port);
        browser.signIn("owner@acme.example", Tenants.PASSWORD);
        browser.get("/settings/organization");
        browser.post(
                "/settings/organization",
                "name",
                "Acme",
                "language",
                "en",
                "timeZone",
                "Pacific/Auckland");
        clock.putTo(Instant.parse("2026-11-27T10:30:00Z"));
        assertThat(take(someone())).isTrue();
        assertThat(take(someone())).isFalse();

        clock.putTo(Instant.parse("2026-11-27T11:30:00Z"));

        assertThat(take(someone())).as("half past midnight in Auckland").isTrue();
    }

    @Test
    void saysTheOwnersWordsInTheVisitorsLanguageAndOursInOthers() {
        keep(null, 1, Map.of("da", "Så er det slut for i dag."));
        take(someone());

        assertThat(said("da")).isEqualTo("Så er det slut for i dag.");
        assertThat(said("en")).startsWith(OURS);
        assertThat(said("de")).startsWith("Heute kann ich nicht mehr antworten.");
        assertThat(said("pt")).startsWith(OURS);
    }

    @Test
    void leavesTheWayToPeopleOpen() {
        keep(null, 1, Map.of());
        var visitor = Visitor.start(installation, publicKey);
        asks(visitor, "One?");
        assertThat(asks(visitor, "Two?")).startsWith(OURS);

        assertThat(visitor.call("POST", "/handover", "").body()).contains("waiting");
    }

    @Test
    void keepsNothingOfTheVisitorInTheConversation() {
        keep(3, null, Map.of());
        var visitor = Visitor.start(installation, publicKey);

        asks(visitor, "One?");

        Integer kept =
                Tenancy.callAs(
                        acme.organization(),
                        () ->
                                transactions.execute(status ->
                                        jdbc.sql("select count(visitor) from turn")
                                                .query(Integer.class)
                                                .single()));
        assertThat(kept).isZero();
    }

    @Test
    void isSetOnItsPageAndRefusesWhatIsNoNumber() {
        var browser = new Browser(port);
        browser.signIn("owner@acme.example", Tenants.PASSWORD);

        browser.get("/bot/ceiling");
        var wrong =
                browser.post(
                        "/bot/ceiling",
                        "bot",
                        bot.value().toString(),
                        "perVisitor",
                        "many",
                        "text-da",
                        "Slut.");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("A whole number from 1 to 1,000,000", "Slut.");
        assertThat(of()).isEqualTo(Ceiling.NONE);

        browser.post(
                "/bot/ceiling",
                "bot",
                bot.value().toString(),
                "perVisitor",
                "30",
                "perBot",
                "1000",
                "text-da",
                " Slut. ");
        assertThat(of()).isEqualTo(new Ceiling(30, 1000, Map.of("da", "Slut.")));
        assertThat(browser.get("/settings/audit-log").body())
                .contains("Daily limits of a bot changed");
    }

    private Ceiling of() {
        return Tenancy.callAs(acme.organization(), () -> ceilings.get(bot));
    }

    private void keep(
            @Nullable Integer perVisitor, @Nullable Integer perBot, Map<String, String> texts) {
        Tenancy.runAs(
                acme.organization(),
                () -> ceilings.keep(bot, new Ceiling(perVisitor, perBot, texts)));
    }

    private boolean take(byte[] visitor) {
        return Tenancy.callAs(
                acme.organization(), () -> ceilings.take(bot, visitor, "en").isEmpty());
    }

    private String said(String language) {
        return Tenancy.callAs(
                acme.organization(), () -> ceilings.take(bot, someone(), language).orElseThrow());
    }

    private int counted(byte[] visitor) {
        return Tenancy.callAs(
                acme.organization(),
                () ->
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select answers from answer_count where visitor = :visitor")
                                        .param("visitor", visitor)
                                        .query(Integer.class)
                                        .single()));
    }

    private static byte[] someone() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String asks(Visitor visitor, String text) {
        var id = visitor.say(text, UUID.randomUUID().toString());
        return visitor.replyTo(id).data().path("text").asString();
    }
}
