package io.taros.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.TaughtBot;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** P-07: what a bot's days came to. P-19: told in sums only. */
@TarosTest
class InsightsTest {
    private static final String QUESTION = TaughtBot.QUESTION;

    private final Tenants tenants;
    private final Insights insights;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final int port;
    private Tenant acme;
    private RestCaller api;
    private String bot;
    private String publicKey;

    InsightsTest(
            Tenants tenants,
            Insights insights,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.insights = insights;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.port = port;
    }

    @BeforeEach
    void acmeHasABotThatKnowsOneThing() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var robin = TaughtBot.of(api);
        bot = robin.id();
        publicKey = robin.publicKey();
    }

    private Visitor ask(String... texts) {
        var visitor = Visitor.start(URI.create("http://localhost:" + port), publicKey);
        for (var i = 0; i < texts.length; i++) {
            visitor.replyTo(visitor.say(texts[i], "c-" + i));
        }
        return visitor;
    }

    private List<Visitor> fiveVisitors() {
        return IntStream.range(0, 5)
                .mapToObj(number -> ask(QUESTION, "What is the capital of Peru?"))
                .toList();
    }

    private JsonNode read() {
        return api.get("/bots/" + bot + "/insights").json();
    }

    private static JsonNode today(JsonNode read) {
        return read.get("days").get(read.get("days").size() - 1);
    }

    @Test
    void sumUpADay() {
        fiveVisitors();
        ask("Hello", "I want to talk to a human");

        var read = read();

        assertThat(read.at("/timeZone").asString()).isEqualTo("UTC");
        assertThat(read.get("days").size()).isEqualTo(30);
        var sums = today(read).get("sums");
        assertThat(sums.get("conversations").asInt()).isEqualTo(6);
        assertThat(sums.at("/decisions/answer").asInt()).isEqualTo(5);
        assertThat(sums.at("/decisions/askBack").asInt()).isZero();
        assertThat(sums.at("/decisions/handOver").asInt()).isEqualTo(6);
        var bins = sums.at("/reliability/bins").valueStream().mapToInt(JsonNode::asInt).sum();
        assertThat(bins).as("a greeting and a wish claim nothing").isEqualTo(10);
        assertThat(sums.at("/reliability/mean").asDouble()).isBetween(0.4, 0.8);
        assertThat(sums.get("sessionSeconds").asLong()).isBetween(0L, 60L);
        assertThat(read.get("totals")).isEqualTo(sums);
    }

    @Test
    void outliveTheConversations() {
        var visitors = fiveVisitors();
        var before = read();

        visitors.forEach(visitor -> visitor.call("DELETE", "", ""));

        assertThat(read()).isEqualTo(before);
        assertThat(tenantRows("select count(*) from conversation")).isZero();
    }

    @Test
    void withholdADayOfFewConversations() {
        IntStream.range(0, 4).forEach(number -> ask(QUESTION));

        var read = read();

        assertThat(today(read).get("withheld").asBoolean()).isTrue();
        assertThat(today(read).get("sums").isNull()).isTrue();
        assertThat(read.get("withheldDays").asInt()).isEqualTo(1);
        assertThat(read.at("/totals/conversations").asInt()).isZero();
        assertThat(page("")).contains("Too few conversations to show").doesNotContain("<rect");
        assertThat(file()).contains(",withheld\r\n");
    }

    /** Whoever comes second finds the turn over, so nothing is added. */
    @Test
    void countEveryReplyOnceHoweverOftenItIsAsked() {
        var visitor = ask(QUESTION);
        for (var again = 0; again < 5; again++) {
            visitor.say(QUESTION, "c-0");
        }
        ask(QUESTION);
        page("");

        assertThat(tenantRows("select sum(answered) from bot_day")).isEqualTo(2);
        assertThat(tenantRows("select sum(conversations) from bot_day")).isEqualTo(2);
    }

    @Test
    void belongToTheirOrganization() {
        fiveVisitors();
        var globex = new RestCaller("http://localhost:" + port, tenants.open("Globex").apiKey());

        assertThat(globex.get("/bots/" + bot + "/insights").status()).isEqualTo(404);
        assertThat(
                        Tenancy.callAs(
                                tenants.open("Initech").organization(),
                                () ->
                                        insights.of(
                                                        new io.taros.bot.Bot.Id(
                                                                UUID.fromString(bot)),
                                                        insights.today(),
                                                        insights.today())
                                                .shown()))
                .isEmpty();
    }

    @Test
    void takeAnyYearAndNoMore() {
        var day = LocalDate.of(2026, 1, 1);
        var address = "/bots/" + bot + "/insights?from=%s&to=%s";

        assertThat(api.get(address.formatted(day, day.plusDays(365))).json().get("days").size())
                .isEqualTo(366);
        assertThat(api.get(address.formatted(day, day.plusDays(366))).refusal(422))
                .contains("366 days");
        assertThat(api.get(address.formatted(day.plusDays(1), day)).refusal(422)).contains("Swap");
        assertThat(api.get(address.formatted("yesterday", day)).status()).isBetween(400, 422);
    }

    @Test
    void areDrawnAndListed() {
        fiveVisitors();

        var page = page("?days=7");

        assertThat(page)
                .contains("Last 90 days", "Outcomes per day", "10 questions: 5 answered")
                .contains("Reliability over time", "Session length", "All days as a table");
        assertThat(page("?days=1000")).contains("aria-current=\"page\">Last 30 days");
    }

    @Test
    void areThereAsAFileThatNoSpreadsheetRuns() {
        fiveVisitors();

        var lines = file().lines().toList();

        assertThat(lines).hasSize(31);
        assertThat(lines.getFirst()).startsWith("\uFEFFday,shown,conversations,answered");
        assertThat(lines.getLast()).startsWith(insights.today() + ",yes,5,5,0,5,0.");
        assertThat(lines.stream().skip(1).flatMap(line -> List.of(line.split(",")).stream()))
                .allMatch(cell -> cell.matches("[0-9a-z.-]*") && !cell.startsWith("-"));
    }

    @Test
    void sayWhatThePageIsForWhereNobodyCameYet() {
        assertThat(page("")).contains("No conversations in these days", "/bot/widget");
    }

    private String page(String query) {
        return browser().get("/insights" + query).body();
    }

    private String file() {
        return browser().get("/insights/days.csv").body();
    }

    private Browser browser() {
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        return browser;
    }

    private long tenantRows(String sql) {
        return Tenancy.callAs(
                acme.organization(),
                () -> transactions.execute(status -> jdbc.sql(sql).query(Long.class).single()));
    }
}
