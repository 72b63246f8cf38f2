package io.taros.privacy;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What is held stays, whoever wants it gone, until the hold ends; and everybody is told. */
@TarosTest
class LegalHoldTest {
    private static final String PAGE = "/settings/legal-holds";
    private static final String ADA = "ada@example.com";
    private static final String REASON = "Claim 17 before the district court.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate END = TODAY.plusDays(400);

    private final Tenants tenants;
    private final Bots bots;
    private final RetentionRun run;
    private final Audit audit;
    private final CrossOrganization everything;
    private final Browser owner;
    private Tenant acme;
    private String bot;
    private Visitor ada;
    private Visitor bob;

    LegalHoldTest(
            Tenants tenants,
            Bots bots,
            RetentionRun run,
            Audit audit,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.run = run;
        this.audit = audit;
        this.everything = everything;
        owner = new Browser(port);
    }

    @BeforeEach
    void twoWrote() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(PAGE);
        var made = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        bot = made.id().value().toString();
        ada = visitor(made.publicKey().value());
        bob = visitor(made.publicKey().value());
        var lead = new JsonMapper().writeValueAsString(Map.of("email", ADA));
        assertThat(ada.call("POST", "/lead", lead).statusCode()).isEqualTo(201);
    }

    @Test
    void isOutsideOfRetentionUntilItEnds() {
        hold(request());
        sql("update conversation set last_message_at = now() - interval '91 days'");

        var dry = run.run(Instant.now(), true);
        assertThat(dry.removed().getFirst().rows()).containsEntry("conversation", 1L);
        assertThat(dry.held().getFirst().rows())
                .containsEntry("conversation", 1L)
                .containsEntry("lead", 1L);
        run.run(Instant.now(), false);

        assertThat(there(ada)).isTrue();
        assertThat(there(bob)).isFalse();
        assertThat(run.run(after(END), true).held()).as("by then it is over").isEmpty();
        run.run(after(END), false);
        assertThat(there(ada)).isFalse();
    }

    @Test
    void holdsEverythingWhereItIsOnTheOrganization() {
        assertThat(place("ALL", REASON, END.toString()).status()).isEqualTo(303);
        sql("update conversation set last_message_at = now() - interval '91 days'");

        var report = run.run(Instant.now(), false);

        assertThat(report.removed()).isEmpty();
        assertThat(report.held().getFirst().rows()).containsEntry("conversation", 2L);
        assertThat(there(bob)).isTrue();
        assertThat(owner.get("/settings/retention").body()).contains("A legal hold is in force");
    }

    @Test
    void refusesTheVisitorTheBotAndTheEndOfTheOrganization() {
        hold(request());

        var refused = ada.call("DELETE", "", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("the website has to keep it for a legal claim");
        assertThat(bob.call("DELETE", "", "").statusCode()).isEqualTo(204);
        assertThat(api().call("DELETE", "/bots/" + bot, "").refusal(409))
                .contains("legal hold keeps conversations of this bot");
        assertThat(owner.get("/settings/closing").body()).contains("A legal hold is in force");
        assertThat(owner.post("/settings/closing", "name", "Acme").status()).isEqualTo(409);
        assertThat(there(ada)).isTrue();
    }

    @Test
    void isLeftByAnErasureWhichSaysSo() {
        var request = request();
        hold(request);

        var path = "/data-subject-requests/" + request;
        assertThat(api().get(path + "/holdings").json().path("held").asInt()).isEqualTo(1);
        assertThat(api().post(path + "/erasure", Map.of("confirm", ADA)).status()).isEqualTo(202);
        eventually(
                PATIENCE,
                PAUSE,
                () -> assertThat(api().get(path).json().at("/receipt/held").asInt()).isEqualTo(1));
        assertThat(api().get(path).at("state")).as("not done").isEqualTo("open");
        assertThat(there(ada)).isTrue();
        assertThat(owner.get("/settings/data-subject-requests/" + request).body())
                .contains("One conversation stays because of a legal hold");

        lift();
        assertThat(api().post(path + "/erasure", Map.of("confirm", ADA)).status()).isEqualTo(202);
        eventually(
                PATIENCE, PAUSE, () -> assertThat(api().get(path).at("state")).isEqualTo("closed"));
        assertThat(there(ada)).isFalse();
    }

    @Test
    void hasAReasonAndAnEndAndIsAudited() {
        assertThat(place("ALL", "short", END.toString()).body())
                .contains("Give the reason in 10 to 500 characters.");
        assertThat(place("ALL", REASON, "").status()).isEqualTo(422);
        assertThat(place("ALL", REASON, TODAY.minusDays(1).toString()).body())
                .contains("Give the last day, later than today");
        assertThat(place("ALL", REASON, TODAY.plusYears(6).toString()).status()).isEqualTo(422);
        assertThat(place("x", REASON, END.toString()).status()).isEqualTo(422);

        assertThat(place("ALL", REASON, END.toString()).status()).isEqualTo(303);
        assertThat(owner.get(PAGE).body()).contains(REASON, "Everything of this organisation");
        lift();
        assertThat(owner.get(PAGE).body()).contains("Over");
        assertThat(owner.post(PAGE + "/" + UUID.randomUUID() + "/end").status()).isEqualTo(404);

        var entries = Tenancy.callAs(acme.organization(), () -> audit.latest(10));
        assertThat(entries)
                .extracting(entry -> entry.action())
                .contains("retention.hold-placed", "retention.hold-lifted");
        assertThat(entries)
                .allSatisfy(entry ->
                        assertThat(String.valueOf(entry.detail())).doesNotContain("Claim 17"));
    }

    @Test
    void isPlacedByOwnersAlone() {
        var admin = new Browser(owner.at("").toString());
        admin.signIn(tenants.member(acme.organization(), Role.ADMIN), Tenants.PASSWORD);
        admin.get("/home");

        assertThat(admin.get(PAGE).status()).isEqualTo(403);
        assertThat(admin.get("/settings/data-subject-requests").status()).isEqualTo(200);
    }

    private Visitor visitor(String key) {
        var visitor = Visitor.start(owner.at("/"), key);
        visitor.replyTo(visitor.say("When are you open?", "1"));
        return visitor;
    }

    private String request() {
        return api().post(
                        "/data-subject-requests",
                        Map.of("kind", "erasure", "by", "email", "value", ADA))
                .at("id");
    }

    /** Whoever has an interest in what is held does not decide alone when that ends. */
    @Test
    void isEndedByAnotherThanWhoPlacedItWhereThereIsOne() {
        hold(request());
        var id = inForce();
        var second = new Browser(owner.at("").toString());
        second.signIn(tenants.member(acme.organization(), Role.OWNER), Tenants.PASSWORD);

        assertThat(owner.get(PAGE).body()).contains("You placed it: another owner ends it.");
        assertThat(owner.post(PAGE + "/" + id + "/end").body())
                .contains("there is another owner: ask them");
        assertThat(inForce()).isEqualTo(id);
        assertThat(second.get(PAGE).body()).doesNotContain("You placed it");
        assertThat(second.post(PAGE + "/" + id + "/end").status()).isEqualTo(303);

        assertThat(lifted()).doesNotContain("alone");
    }

    @Test
    void isEndedByOnePersonWhereThereIsNoOtherOwnerAndThatIsWrittenDown() {
        tenants.member(acme.organization(), Role.ADMIN);
        hold(request());

        lift();

        assertThat(lifted()).contains("alone");
        assertThat(owner.get("/settings/audit-log").body())
                .contains("By one person alone, no other owner being there");
    }

    private String lifted() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(20)).stream()
                .filter(entry -> entry.action().equals("retention.hold-lifted"))
                .findFirst()
                .map(entry -> String.valueOf(entry.detail()))
                .orElseThrow();
    }

    private void hold(String request) {
        assertThat(place(request, REASON, END.toString()).status()).isEqualTo(303);
    }

    private Browser.Page place(String request, String reason, String until) {
        return owner.post(PAGE, "request", request, "reason", reason, "until", until);
    }

    private UUID inForce() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select id from legal_hold where lifted_at is null")
                        .query(UUID.class)
                        .single());
    }

    private void lift() {
        var id = inForce();
        assertThat(owner.post(PAGE + "/" + id + "/end").status()).isEqualTo(303);
    }

    private RestCaller api() {
        return new RestCaller(owner.at("").toString(), acme.apiKey());
    }

    private boolean there(Visitor visitor) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select exists(select from conversation where id = :id)")
                        .param("id", UUID.fromString(visitor.id()))
                        .query(Boolean.class)
                        .single());
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }

    private static Instant after(LocalDate day) {
        return day.plusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofHours(1));
    }
}
