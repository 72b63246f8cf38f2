package io.taros.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.RetentionDays;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do with leads, and who does not see them. */
@TarosTest
class LeadDeskTest {
    private static final String DESK = "/people/leads";
    private static final JsonMapper JSON = new JsonMapper();

    private final Tenants tenants;
    private final Bots bots;
    private final Holds holds;
    private final Audit audit;
    private final RetentionDays days;
    private final CrossOrganization everything;
    private final URI installation;
    private final int port;
    private Tenant acme;
    private Bot robin;
    private Bot wren;
    private RestCaller api;
    private Browser owner;

    LeadDeskTest(
            Tenants tenants,
            Bots bots,
            Holds holds,
            Audit audit,
            RetentionDays days,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.holds = holds;
        this.audit = audit;
        this.days = days;
        this.everything = everything;
        this.port = port;
        installation = URI.create("http://localhost:" + port + "/");
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        robin = bot("Robin");
        wren = bot("Wren");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        owner = browser(acme.email());
        owner.get(DESK);
    }

    @Test
    void saysWhatItIsForWhileItIsEmpty() {
        assertThat(owner.get(DESK).body()).contains("Nobody has left their details yet");
    }

    @Test
    void listsTheNewestFirstInPagesAndByWhatIsAsked() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            ids.addFirst(lead(visitor(robin), "email", "v" + i + "@example.com"));
        }
        var other = lead(visitor(wren), "phone", "12345678");

        var first = api.get("/leads?limit=2").json();
        assertThat(idsIn(first)).containsExactly(other, ids.getFirst());
        var cursor = first.at("/pagination/cursor").asString();
        var second = api.get("/leads?limit=2&cursor=" + cursor).json();
        assertThat(idsIn(second)).containsExactly(ids.get(1), ids.get(2));
        assertThat(second.at("/pagination/hasMore").asBoolean()).isFalse();
        assertThat(idsIn(api.get("/leads?bot=" + wren.id().value()).json())).containsExactly(other);

        assertThat(api.call("PATCH", "/leads/" + other, "{\"status\":\"won\"}").at("status"))
                .isEqualTo("won");
        assertThat(idsIn(api.get("/leads?status=won").json())).containsExactly(other);
        assertThat(api.get("/leads?status=best").refusal(422)).contains("one of new, contacted");
        assertThat(api.get("/leads?cursor=x").refusal(422)).contains("cursor");
        assertThat(owner.get(DESK + "?status=WON").body())
                .contains("12345678")
                .doesNotContain("v0@example.com");
        assertThat(owner.get(DESK + "?status=LOST").body()).contains("No lead fits");
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        assertThat(owner.get(DESK + "?from=" + tomorrow).body()).contains("No lead fits");
    }

    @Test
    void remembersWhoDidWhat() {
        var lead = lead(visitor(robin), "email", "ada@example.com");
        var path = DESK + "/" + lead;

        owner.post(path + "/status", "status", "CONTACTED", "note", "Called, nobody there");
        owner.post(path + "/assignment", "assignee", acme.owner().toString());
        owner.post(path + "/assignment", "assignee", acme.owner().toString());

        assertThat(owner.get(path).body())
                .contains("Status: Contacted", "Called, nobody there", "Given to Acme owner");
        assertThat(actions()).containsOnlyOnce("lead.moved", "lead.assigned");
        assertThat(sealedNotes()).doesNotContain("nobody there");
        assertThat(api.get("/leads/" + lead).at("assignee")).isEqualTo(acme.owner().toString());
        var refused = owner.post(path + "/status", "status", "WON", "note", "x".repeat(1_001));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("A note takes at most 1,000 characters");
    }

    @Test
    void isGivenOnlyToWhoeverCanSeeToIt() {
        var limited = tenants.limited(acme.organization(), Role.AGENT, wren.id().value());
        var stranger = account(limited);
        var lead = lead(visitor(robin), "email", "ada@example.com");

        var refused = owner.post(DESK + "/" + lead + "/assignment", "assignee", stranger);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a colleague who sees this bot");
    }

    @Test
    void mergesOnlyByAPersonAndKeepsEachConsent() {
        var first =
                lead(visitor(robin), "email", "Ada@example.com", "consent", "Call me on Mondays.");
        var second = lead(visitor(wren), "email", "ada@EXAMPLE.com");
        var bob = lead(visitor(robin), "email", "bob@example.com");
        var path = DESK + "/" + second;
        assertThat(owner.get(path).body()).contains("One more with this address or number");
        assertThat(idsIn(api.get("/leads").json())).contains(first, second);

        assertThat(owner.post(path + "/parts", "other", bob).status()).isEqualTo(422);
        assertThat(owner.post(path + "/parts", "other", first).status()).isEqualTo(303);

        assertThat(idsIn(api.get("/leads").json())).containsExactly(bob, second);
        assertThat(owner.get(path).body())
                .contains("Left once more", "Call me on Mondays.", "Nothing beyond being answered");
        assertThat(api.get("/leads/" + first).json().at("/consent/wording").asString())
                .isEqualTo("Call me on Mondays.");
        assertThat(api.get("/leads/" + second).json().path("consent").isMissingNode())
                .as("nothing agreed to in one holds for the other")
                .isTrue();
        assertThat(actions()).containsOnlyOnce("lead.merged");

        owner.post(DESK + "/" + first + "/separation");
        assertThat(idsIn(api.get("/leads").json())).containsExactly(bob, second, first);
    }

    @Test
    void leavesAPartOnItsOwnWhereTheOtherGoesOrIsNotSeen() {
        var part = visitor(robin);
        var first = lead(part, "phone", "+45 12 34 56 78");
        var main = visitor(wren);
        var second = lead(main, "phone", "12345678");
        owner.post(DESK + "/" + second + "/parts", "other", first);

        var limited = browser(tenants.limited(acme.organization(), Role.AGENT, robin.id().value()));
        assertThat(limited.get(DESK).body()).contains(first).doesNotContain(second);
        assertThat(limited.get(DESK + "/" + second).status()).isEqualTo(404);
        assertThat(limited.get(DESK + "/" + first).body()).doesNotContain("One more with");
        assertThat(limited.post(DESK + "/" + first + "/parts", "other", second).status())
                .isEqualTo(404);

        assertThat(main.call("DELETE", "", "").statusCode()).isEqualTo(204);
        assertThat(idsIn(api.get("/leads").json())).containsExactly(first);
    }

    @Test
    void isNobodyElses() {
        var lead = lead(visitor(robin), "email", "ada@example.com");
        var globex = tenants.open("Globex");
        var theirs = browser(globex.email());
        theirs.get(DESK);

        assertThat(theirs.get(DESK + "/" + lead).status()).isEqualTo(404);
        for (var deed : List.of("status", "assignment", "separation", "deletion")) {
            assertThat(theirs.post(DESK + "/" + lead + "/" + deed, "status", "WON").status())
                    .as(deed)
                    .isEqualTo(404);
        }
        var key = new RestCaller("http://localhost:" + port, globex.apiKey());
        assertThat(idsIn(key.get("/leads").json())).isEmpty();
        assertThat(key.get("/leads/" + lead).status()).isEqualTo(404);
        assertThat(api.get("/leads/" + lead).at("status")).isEqualTo("new");
    }

    @Test
    void isReadByAnalystsAndWorkedOnByOthers() {
        var lead = lead(visitor(robin), "email", "ada@example.com");
        var analyst = browser(tenants.member(acme.organization(), Role.ANALYST));
        assertThat(analyst.get(DESK + "/" + lead).body())
                .contains("ada@example.com")
                .doesNotContain("Delete lead");
        assertThat(analyst.get(DESK + "/export.csv").status()).isEqualTo(403);
        assertThat(browser(tenants.member(acme.organization(), Role.EDITOR)).get(DESK).status())
                .isEqualTo(403);
        var reader =
                new RestCaller(
                        "http://localhost:" + port,
                        tenants.key(acme.organization(), List.of("leads:read")));
        assertThat(reader.get("/leads/" + lead).status()).isEqualTo(200);
        assertThat(reader.call("PATCH", "/leads/" + lead, "{\"status\":\"won\"}").status())
                .isEqualTo(403);
    }

    @Test
    void isATableThatNoSpreadsheetRuns() {
        lead(
                visitor(robin),
                "name",
                "=HYPERLINK(\"https://evil.example\")",
                "email",
                "ada@example.com",
                "phone",
                "+45 12 34 56 78",
                "message",
                "@SUM(1+1)",
                "consent",
                "-2+3");

        var table = owner.get(DESK + "/export.csv");

        assertThat(table.header("Content-Disposition")).startsWith("attachment");
        assertThat(table.body())
                .contains(
                        "\"'=HYPERLINK(\"\"https://evil.example\"\")\"",
                        ",'+45 12 34 56 78,",
                        ",'@SUM(1+1),",
                        ",'-2+3,reported,");
        assertThat(actions()).containsOnlyOnce("lead.exported");
    }

    @Test
    void goesWithItsConversationAndLeavesNothing() {
        var visitor = visitor(robin);
        var lead = lead(visitor, "email", "ada@example.com");
        owner.post(DESK + "/" + lead + "/status", "status", "WON", "note", "Ada will buy");
        assertThat(rows()).containsValues(1L);

        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);

        assertThat(rows()).allSatisfy((table, count) -> assertThat(count).as(table).isZero());
    }

    @Test
    void goesWhenTheTimeOfItsConversationIsOver() {
        lead(visitor(robin), "email", "ada@example.com");
        var today = LocalDate.now(ZoneOffset.UTC);

        days.come(today.plusDays(80));
        assertThat(rows()).containsEntry("lead", 1L).containsEntry("lead_progress", 1L);
        days.come(today.plusDays(95));

        assertThat(rows()).allSatisfy((table, count) -> assertThat(count).as(table).isZero());
    }

    @Test
    void goesOnItsOwnAfterTheLastContactWhereTheOrganizationChoosesSo() {
        assertThat(owner.post("/settings/retention/leads", "days", "10").status()).isEqualTo(303);
        var silent = lead(visitor(robin), "email", "silent@example.com");
        var automated = lead(visitor(robin), "email", "automated@example.com");
        var workedOn = lead(visitor(robin), "email", "worked@example.com");
        var writing = visitor(robin);
        var writesOn = lead(writing, "email", "writing@example.com");
        var held = visitor(robin);
        var claimed = lead(held, "email", "claimed@example.com");
        var merged = lead(visitor(robin), "email", "silent@example.com");
        becomeOlder(Duration.ofDays(20));
        owner.post(DESK + "/" + workedOn + "/status", "status", "NEW", "note", "Called again");
        api.call("PATCH", "/leads/" + automated, "{\"status\":\"won\"}");
        owner.post(DESK + "/" + silent + "/parts", "other", merged);
        writing.say("Are you still there?", "again");
        hold(held);
        assertThat(owner.get("/settings/retention").body())
                .contains("The next night removes 3 leads.");

        days.come(LocalDate.now(ZoneOffset.UTC));

        assertThat(idsIn(api.get("/leads").json()))
                .containsExactlyInAnyOrder(workedOn, writesOn, claimed)
                .doesNotContain(silent, merged, automated);
        assertThat(owner.get(DESK + "/export.csv").body())
                .doesNotContain("silent@example.com", "automated@example.com");
        assertThat(rows()).containsEntry("lead", 3L).containsEntry("lead_progress", 3L);
        assertThat(conversations()).as("what was said stays for its own time").isEqualTo(6);
        assertThat(actions()).contains("retention.removed");
    }

    private int conversations() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*)::int from conversation").query(Integer.class).single());
    }

    private void becomeOlder(Duration time) {
        everything.inTransaction(jdbc -> {
            var before = Instant.now().minus(time);
            jdbc.sql("update lead set touched_at = :before").param("before", before).update();
            return jdbc.sql("update conversation set last_message_at = :before")
                    .param("before", before)
                    .update();
        });
    }

    @Test
    void isDeletedAloneUnlessItIsHeld() {
        var visitor = visitor(robin);
        var lead = lead(visitor, "email", "ada@example.com");
        hold(visitor);
        assertThat(owner.post(DESK + "/" + lead + "/deletion").status()).isEqualTo(409);
        everything.inTransaction(
                jdbc -> jdbc.sql("update legal_hold set lifted_at = now()").update());

        assertThat(owner.post(DESK + "/" + lead + "/deletion").status()).isEqualTo(303);

        assertThat(rows()).allSatisfy((table, count) -> assertThat(count).as(table).isZero());
        assertThat(visitor.call("GET", "/export", "").statusCode()).isEqualTo(200);
        assertThat(actions()).containsOnlyOnce("lead.deleted");
    }

    @Test
    void isOnNoListWhileItsConversationIsRestricted() {
        var visitor = visitor(robin);
        var lead = lead(visitor, "email", "ada@example.com");
        var other = lead(visitor(robin), "email", "ada@example.com");
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into conversation_restriction (organization_id, conversation_id, request_id, restricted_at)
                                select organization_id, id, gen_random_uuid(), now() from conversation where id = :id
                                """)
                        .param("id", UUID.fromString(visitor.id()))
                        .update());

        assertThat(idsIn(api.get("/leads").json())).containsExactly(other);
        assertThat(owner.get(DESK + "/" + lead).status()).isEqualTo(404);
        assertThat(owner.get(DESK + "/" + other).body()).doesNotContain("One more with");
        assertThat(owner.get(DESK + "/export.csv").body()).contains(other).doesNotContain(lead);
        assertThat(owner.post(DESK + "/" + other + "/parts", "other", lead).status())
                .isEqualTo(404);
    }

    private void hold(Visitor visitor) {
        Tenancy.runAs(
                acme.organization(),
                () ->
                        holds.placeOn(
                                List.of(UUID.fromString(visitor.id())),
                                "A claim about a parcel",
                                Instant.now().plus(Duration.ofDays(9)),
                                null));
    }

    private Bot bot(String name) {
        return Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named(name)));
    }

    private Browser browser(String email) {
        var browser = new Browser(port);
        browser.signIn(email, Tenants.PASSWORD);
        browser.get(DESK);
        return browser;
    }

    private Visitor visitor(Bot bot) {
        return Visitor.start(installation, bot.publicKey().value());
    }

    private static String lead(Visitor visitor, String... values) {
        var body = new java.util.LinkedHashMap<String, String>();
        for (var i = 0; i + 1 < values.length; i += 2) {
            body.put(values[i], values[i + 1]);
        }
        var answer = visitor.call("POST", "/lead", JSON.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private static List<String> idsIn(JsonNode page) {
        return page.path("data").valueStream().map(one -> one.path("id").asString()).toList();
    }

    private List<String> actions() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(50)).stream()
                .map(entry -> entry.action())
                .toList();
    }

    private String account(String email) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select id::text from account where email = :email")
                        .param("email", email)
                        .query(String.class)
                        .single());
    }

    private String sealedNotes() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select string_agg(encode(sealed_note, 'escape'), ' ') from lead_step")
                        .query(String.class)
                        .single());
    }

    private Map<String, Long> rows() {
        return everything.inTransaction(jdbc -> {
            var rows = new java.util.TreeMap<String, Long>();
            for (var table : List.of("lead", "lead_progress", "lead_step")) {
                rows.put(
                        table,
                        jdbc.sql("select count(*) from " + table).query(Long.class).single());
            }
            return rows;
        });
    }
}
