package io.taros.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.TaughtBot;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** P-19: what conversations had in common, counted by hand. */
@TarosTest
class WeeksTest {
    private static final String QUESTION = TaughtBot.QUESTION;
    private static final String UNKNOWN = "What is the capital of Peru?";

    private final Tenants tenants;
    private final Insights insights;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RateLimits limits;
    private final int port;
    private Tenant acme;
    private RestCaller api;
    private String bot;
    private String publicKey;

    WeeksTest(
            Tenants tenants,
            Insights insights,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            RateLimits limits,
            @LocalServerPort int port) {
        this.limits = limits;
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

    /** On a page, in a language, with a question. */
    private List<Visitor> visitors(int count, String page, String language, String question) {
        var visitors = new ArrayList<Visitor>();
        for (var number = 0; number < count; number++) {
            // All of them come from this machine.
            limits.reset();
            var about = Map.of("page", "https://shop.test" + page + number, "language", language);
            var visitor = Visitor.start(URI.create("http://localhost:" + port), publicKey, about);
            visitor.replyTo(visitor.say(question, "c-1"));
            visitors.add(visitor);
        }
        return visitors;
    }

    private JsonNode read() {
        return api.get("/insights?bot=" + bot).json();
    }

    private static List<String> told(JsonNode groups) {
        return groups.get("groups")
                .valueStream()
                .map(group ->
                        group.get("name").asString()
                                + " "
                                + group.at("/sums/conversations").asInt())
                .toList();
    }

    private static int others(JsonNode groups) {
        return groups.at("/other/conversations").asInt();
    }

    @Test
    void tellLanguagesAndPagesApart() {
        visitors(7, "/wool/", "da", UNKNOWN);
        visitors(5, "/help?", "en", QUESTION);

        var read = read();

        assertThat(read.get("conversations").asInt()).isEqualTo(12);
        assertThat(told(read.get("languages"))).containsExactly("da 7", "en 5");
        assertThat(told(read.get("pages"))).containsExactly("/wool/* 7", "/help 5");
        assertThat(read.at("/languages/groups/0/sums/handedOver").asInt()).isEqualTo(7);
        assertThat(read.at("/languages/groups/1/sums/answered").asInt()).isEqualTo(5);
        assertThat(api.get("/insights").json()).isEqualTo(read);
    }

    @Test
    void putSmallGroupsTogetherUntilTheyAreFive() {
        visitors(6, "/wool/", "da", QUESTION);
        visitors(5, "/help?", "en", QUESTION);
        visitors(2, "/help?", "fr", QUESTION);

        var read = read();

        assertThat(told(read.get("languages"))).containsExactly("da 6");
        assertThat(others(read.get("languages"))).isEqualTo(7);
        assertThat(told(read.get("pages"))).containsExactly("/help 7", "/wool/* 6");
        assertThat(read.toString()).doesNotContain("\"fr\"");
    }

    @Test
    void countPeopleOnceAConversation() {
        var visitors = visitors(5, "/wool/", "da", UNKNOWN);

        for (var visitor : visitors) {
            assertThat(visitor.call("POST", "/handover", "").statusCode()).isEqualTo(200);
            var path = "/conversations/" + visitor.id();
            for (var word : List.of("Hello", "It is Lima.")) {
                var said = api.post(path + "/messages", Map.of("text", word, "name", "Bo"));
                assertThat(said.status()).isLessThan(300);
            }
            resolve(visitor);
            visitor.say("Thank you", "c-2");
            resolve(visitor);
        }

        var read = read();
        assertThat(told(read.get("handovers"))).containsExactly("VISITOR_ASKED 5");
        assertThat(read.at("/firstReply/conversations").asInt()).isEqualTo(5);
        assertThat(read.at("/firstReply/p90Seconds").asLong()).isBetween(0L, 120L);
        assertThat(read.at("/settled/conversations").asInt()).isEqualTo(5);
        assertThat(told(read.get("endings"))).containsExactly("BY_PERSON 5");
        assertThat(read.get("resolvedShare").asDouble()).isEqualTo(1);
    }

    private void resolve(Visitor visitor) {
        var moved =
                api.post(
                        "/conversations/" + visitor.id() + "/moves",
                        Map.of("move", "resolve", "name", "Bo"));
        assertThat(moved.status()).isLessThan(300);
    }

    @Test
    void tellRatingsOfFiveAndNoFewer() {
        var visitors = visitors(5, "/wool/", "en", QUESTION);
        for (var number = 0; number < visitors.size(); number++) {
            rate(visitors.get(number), "\"score\": " + (number == 0 ? 1 : 5));
        }
        rate(visitors.getFirst(), "\"score\": 5");
        for (var visitor : visitors.subList(0, 4)) {
            var reply = visitor.replyTo(visitor.say(QUESTION, "c-2")).data().path("id").asString();
            rate(visitor, "\"messageId\": \"" + reply + "\", \"rating\": \"up\"");
        }

        var read = read();

        assertThat(read.at("/chatRatings/conversations").asInt()).isEqualTo(5);
        assertThat(read.at("/chatRatings/contentShare").asDouble()).isEqualTo(0.8);
        assertThat(read.at("/answerRatings/conversations").asInt()).isZero();
        assertThat(read.at("/answerRatings/withheldWeeks").asInt()).isEqualTo(1);
        assertThat(read.at("/answerRatings/contentShare").isNull()).isTrue();
    }

    private static void rate(Visitor visitor, String rating) {
        assertThat(visitor.call("POST", "/rating", "{" + rating + "}").statusCode())
                .isLessThan(300);
    }

    @Test
    void countNothingOfWhatIsRestricted() {
        var visitors = visitors(6, "/wool/", "en", QUESTION);
        var before = read();
        var restricted = visitors.getFirst();
        run(
                "insert into conversation_restriction select organization_id, id, gen_random_uuid(), now() from conversation where id = '%s'"
                        .formatted(restricted.id()));

        restricted.replyTo(restricted.say(UNKNOWN, "c-2"));
        rate(restricted, "\"score\": 5");

        assertThat(read()).isEqualTo(before);
        assertThat(count("select count(*) from bot_tally where kind = 'CHAT_RATING'")).isZero();
        assertThat(count("select sum(handed_over) from bot_tally")).isZero();
    }

    @Test
    void belongToTheirOrganization() {
        visitors(5, "/wool/", "da", QUESTION);
        var globex = new RestCaller("http://localhost:" + port, tenants.open("Globex").apiKey());

        assertThat(globex.get("/insights?bot=" + bot).status()).isEqualTo(404);
        assertThat(globex.get("/insights").json().get("conversations").asInt()).isZero();
        assertThat(api.get("/insights?from=2025-01-01&to=2026-06-01").refusal(422))
                .contains("366 days");
    }

    /** Four on each of two days: neither is shown, both together are. */
    @Test
    void putAWeeksSmallDaysTogether() {
        var monday = Insights.mondayOf(insights.today()).minusWeeks(1);
        day(monday, 4);
        assertThat(lastWeek().conversations()).isZero();

        day(monday.plusDays(2), 4);
        assertThat(lastWeek().conversations()).isEqualTo(8);

        day(monday.plusDays(3), 9);
        assertThat(lastWeek().conversations()).isEqualTo(17);
    }

    /** 9 are shown by the day: with them the whole would tell of the 4. */
    @Test
    void leaveOutASmallDayThatStandsAlone() {
        var monday = Insights.mondayOf(insights.today()).minusWeeks(1);
        day(monday, 4);
        day(monday.plusDays(3), 9);

        assertThat(lastWeek().conversations()).isEqualTo(9);
    }

    @Test
    void forgetSmallPagesOnceTheirWeekIsOver() {
        var monday = Insights.mondayOf(insights.today()).minusWeeks(1);
        page(monday, "/wool", 3);
        page(monday.plusDays(1), "/wool", 3);
        page(monday, "/divorce", 2);
        page(monday.plusDays(1), "/divorce", 2);

        visitors(1, "/help?", "en", QUESTION);
        lastWeek();

        assertThat(count("select count(*) from bot_tally where name = '/divorce'")).isZero();
        assertThat(count("select sum(conversations) from bot_tally where name = ''")).isEqualTo(4);
        assertThat(count("select sum(conversations) from bot_tally where name = '/wool'"))
                .isEqualTo(6);
        assertThat(count("select sum(conversations) from bot_tally where name = '/help'"))
                .isEqualTo(1);
    }

    @Test
    void areDrawnListedAndTakenAlongWithAnEntry() {
        visitors(7, "/wool/", "da", UNKNOWN);
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);

        var page = browser.get("/insights?days=365").body();
        var file = browser.get("/insights/weeks.csv").body();

        assertThat(page).contains("Why a person was promised", "/wool/*", "insight-bar");
        assertThat(file).contains("language,da,7,0,0,7,\r\n", "page,/wool/*,7,0,0,7,");
        assertThat(count("select count(*) from audit_entry where action = 'insights.exported'"))
                .isEqualTo(1);
    }

    private Weeks lastWeek() {
        var day = insights.today().minusWeeks(1);
        return Tenancy.callAs(acme.organization(), () -> insights.weeks(null, day, day));
    }

    private void day(LocalDate day, int conversations) {
        run(
                "insert into bot_day (organization_id, bot_id, day, conversations) values ('%s', '%s', '%s', %d)"
                        .formatted(acme.organization().value(), bot, day, conversations));
        tally(day, "LANGUAGE", "da", conversations);
    }

    private void page(LocalDate day, String path, int conversations) {
        tally(day, "PAGE", path, conversations);
    }

    private void tally(LocalDate day, String kind, String name, int conversations) {
        run(
                "insert into bot_tally (organization_id, bot_id, day, kind, name, conversations) values ('%s', '%s', '%s', '%s', '%s', %d)"
                        .formatted(
                                acme.organization().value(),
                                UUID.fromString(bot),
                                day,
                                kind,
                                name,
                                conversations));
    }

    private void run(String sql) {
        Tenancy.runAs(
                acme.organization(),
                () -> transactions.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }

    private long count(String sql) {
        return Tenancy.callAs(
                acme.organization(),
                () -> transactions.execute(status -> jdbc.sql(sql).query(Long.class).single()));
    }
}
