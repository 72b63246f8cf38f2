package io.taros.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.command.Options;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.sql.DatabaseOwner;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P-29: what is over goes on its day, never before, and leaves a receipt. */
@TarosTest
class RetentionTest {
    private static final String PAGE = "/settings/retention";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Tenants tenants;
    private final Bots bots;
    private final RetentionRun run;
    private final RetentionCommand command;
    private final Audit audit;
    private final AuditCheck check;
    private final CrossOrganization everything;
    private final DatabaseOwner database;
    private final JsonMapper json;
    private final Browser owner;
    private Tenant acme;

    RetentionTest(
            Tenants tenants,
            Bots bots,
            RetentionRun run,
            RetentionCommand command,
            Audit audit,
            AuditCheck check,
            CrossOrganization everything,
            DatabaseOwner database,
            JsonMapper json,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.run = run;
        this.command = command;
        this.audit = audit;
        this.check = check;
        this.everything = everything;
        this.database = database;
        this.json = json;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeTalks() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(PAGE);
        converse(acme);
    }

    @Test
    void removesConversationsNinetyDaysAfterTheLastWordAndNotBefore() {
        lastWord(NOW.minus(Duration.ofDays(90)).plusSeconds(1));

        assertThat(run.run(NOW, false).removed()).isEmpty();
        assertThat(count("conversation")).isEqualTo(1);

        var report = run.run(NOW.plusSeconds(2), false);

        assertThat(report.removed()).hasSize(1);
        var line = report.removed().getFirst();
        assertThat(line.rule()).isEqualTo("conversations");
        assertThat(line.organization()).isEqualTo(acme.organization());
        assertThat(line.rows()).containsEntry("conversation", 1L).containsEntry("message", 2L);
        for (var table : List.of("conversation", "message", "turn", "stream_event")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("bot_day") + count("bot_count")).as("sums stay").isPositive();
        var receipt = last("retention.removed");
        assertThat(receipt.detail())
                .contains("conversation 1, message 2", "\"rows\":\"" + report.rows() + "\"");
        assertThat(Tenancy.callAs(acme.organization(), check::run).isWhole()).isTrue();
        assertThat(owner.get(PAGE).body()).contains("What went lately", "Conversations");
        assertThat(run.run(NOW.plusSeconds(3), false).removed()).as("again").isEmpty();
    }

    @Test
    void followsWhatAnOrganizationChoseAndLeavesOthersAlone() {
        var other = tenants.open("Other");
        converse(other);
        lastWord(NOW.minus(Duration.ofDays(31)));

        assertThat(choose("30", "").status()).isEqualTo(303);

        assertThat(run.run(NOW, true).removed())
                .extracting(RetentionReport.Line::organization)
                .containsExactly(acme.organization());
        assertThat(count("conversation")).as("a dry run counts").isEqualTo(2);
        run.run(NOW, false);
        assertThat(count("conversation")).isEqualTo(1);
        assertThat(last("retention.term-changed").detail()).contains("90 → 30");
    }

    @Test
    void keepsLongerOnlyForAReason() {
        for (var wrong : List.of("0", "731", "-5", "a", "", "99999999999")) {
            var refused = choose(wrong, "Kept for warranty claims.");
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).contains("Give a whole number of days from 1 to 730.");
        }
        assertThat(choose("400", "short").body()).contains("More than 90 days need a reason");

        assertThat(choose("400", "Kept for warranty claims.").status()).isEqualTo(303);

        lastWord(NOW.minus(Duration.ofDays(399)));
        assertThat(run.run(NOW, false).rows()).isZero();
        assertThat(owner.get(PAGE).body()).contains("value=\"400\"", "Kept for warranty claims.");
    }

    @Test
    void isSetByThoseWhoManageTheOrganizationAlone() {
        var editor = new Browser(owner.at("/").toString().replaceAll("/$", ""));
        editor.signIn(tenants.member(acme.organization(), Role.EDITOR), Tenants.PASSWORD);
        editor.get("/home");

        assertThat(editor.get(PAGE).status()).isEqualTo(403);
        assertThat(editor.post(PAGE + "/conversations", "days", "1").status()).isEqualTo(403);
        assertThat(owner.post(PAGE + "/invitations", "days", "1").status()).isEqualTo(404);
    }

    @Test
    void tellsOnTheCommandLineWhatADateWouldBring() {
        var last = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

        assertThat(told("--as-of", last.plusDays(89).toString(), "--dry-run").path("rows").asLong())
                .isZero();
        var later = told("--as-of", last.plusDays(92).toString(), "--dry-run");
        assertThat(later.path("rows").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(later.path("dryRun").asBoolean()).isTrue();
        assertThat(count("conversation")).isEqualTo(1);

        assertThat(told("--as-of", last.plusDays(92).toString()).path("rows").asLong())
                .isGreaterThanOrEqualTo(3);
        assertThat(count("conversation")).isZero();
        assertThat(command.run(new Options(List.of("--as-of", "soon")))).isEqualTo(2);
        assertThat(command.run(new Options(List.of("--as-of")))).isEqualTo(2);
    }

    /** One rule that fails is no reason for the others to. */
    @Test
    void goesOnWhereARuleFails() {
        lastWord(NOW.minus(Duration.ofDays(91)));
        asOwner(
                """
                create or replace function refuse() returns trigger language plpgsql as
                'begin raise exception ''no''; end'
                """);
        asOwner("create trigger refuse before delete on registration execute function refuse()");
        sql(
                """
                insert into registration (id, email, name, locale, password_hash, texts_version, marketing, created_at, expires_at)
                values (gen_random_uuid(), 'a@b.example', 'A', 'en', 'x', '1', false, now(), now() - interval '1 day')
                """);
        try {
            assertThatThrownBy(() -> run.run(NOW, false)).isInstanceOf(IllegalStateException.class);

            assertThat(count("conversation")).isZero();
            assertThat(last("retention.removed").detail()).contains("conversation 1");
        } finally {
            asOwner("drop trigger refuse on registration");
        }
    }

    private Browser.Page choose(String days, String reason) {
        return owner.post(PAGE + "/conversations", "days", days, "reason", reason);
    }

    /** As a visitor does. */
    private void converse(Tenant tenant) {
        var key =
                Tenancy.callAs(
                        tenant.organization(),
                        () -> bots.add(BotSettings.named("Robin")).publicKey().value());
        var visitor = Visitor.start(owner.at("/"), key);
        visitor.replyTo(visitor.say("When are you open?", "1"));
    }

    private void lastWord(Instant at) {
        sql(
                "update conversation set last_message_at = '%s' where organization_id = '%s'"
                        .formatted(at, acme.organization()));
    }

    private long count(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }

    private void asOwner(String statement) {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.username(), database.password());
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode told(String... options) {
        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var all = new ArrayList<>(List.of(options));
            all.add("--json");
            assertThat(command.run(new Options(all))).isZero();
        } finally {
            System.setOut(before);
        }
        return json.readTree(printed.toString(StandardCharsets.UTF_8));
    }

    private AuditEntry last(String action) {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(50)).stream()
                .filter(entry -> entry.action().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
