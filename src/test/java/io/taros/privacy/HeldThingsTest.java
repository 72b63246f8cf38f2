package io.taros.privacy;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.golden.GoldenRuns;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.retention.Hold;
import io.taros.platform.retention.Holds;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-29: a hold on everything keeps everything: from whoever wants it gone, and from the moment on.
 */
@TarosTest
class HeldThingsTest {
    private static final String REASON = "Claim 18 before the district court.";
    private static final Instant NOW = Instant.now();
    private static final Instant END = NOW.plus(Duration.ofDays(30));
    private static final int BATCH = 500;

    private final Tenants tenants;
    private final Bots bots;
    private final Holds holds;
    private final GoldenRuns runs;
    private final RetentionRun retention;
    private final FirstBatch firstBatch;
    private final CrossOrganization everything;
    private final Browser owner;
    private Tenant acme;
    private Bot bot;

    HeldThingsTest(
            Tenants tenants,
            Bots bots,
            Holds holds,
            GoldenRuns runs,
            RetentionRun retention,
            FirstBatch firstBatch,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.holds = holds;
        this.runs = runs;
        this.retention = retention;
        this.firstBatch = firstBatch;
        this.everything = everything;
        owner = new Browser(port);
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
    }

    /**
     * Somebody places a hold while the first batch is being removed: that batch is gone before the
     * hold is there, and no other goes after.
     */
    @Test
    void countsFromTheNextBatchOnWhenItIsPlacedDuringARun() {
        longOver(BATCH + 100);
        var placing = new AtomicReference<CompletableFuture<Hold.Id>>();
        firstBatch.then(() -> {
            placing.set(CompletableFuture.supplyAsync(this::holdAll));
            eventually(() -> assertThat(waiting()).as("for the batch to end").isOne());
        });

        var report = retention.run(NOW, false);

        placing.get().join();
        assertThat(report.removed().getFirst().rows()).containsEntry("conversation", (long) BATCH);
        assertThat(report.held().getFirst().rows()).containsEntry("conversation", 100L);
        assertThat(count("conversation")).isEqualTo(100);
    }

    @Test
    void letsNobodyRemoveASourceAGoldenQuestionOrADraft() {
        var path = "/bots/" + bot.id().value();
        var source = add(path + "/sources", Map.of("type", "text", "title", "A", "text", "Open."));
        var question = add(path + "/golden-questions", Map.of("question", "When is it open?"));
        assertThat(api().call("PUT", path + "/draft", "").status()).isEqualTo(200);
        var waiting = add(path + "/sources", Map.of("type", "text", "title", "B", "text", "Shut."));
        var hold = holdAll();

        var routes =
                List.of("/sources/" + source, "/golden-questions/" + question, path + "/draft");
        for (var route : routes) {
            assertThat(api().call("DELETE", route, "").refusal(409))
                    .contains("A legal hold keeps everything of this organisation");
        }
        assertThat(api().call("DELETE", path, "").refusal(409)).contains("legal hold");
        assertThat(api().get("/sources/" + source).status()).isEqualTo(200);
        assertThat(api().get("/sources/" + waiting).status()).isEqualTo(200);

        Tenancy.runAs(acme.organization(), () -> holds.lift(hold));
        for (var route : routes) {
            assertThat(api().call("DELETE", route, "").status()).as(route).isEqualTo(204);
        }
    }

    @Test
    void keepsMoreThanTheLastGoldenRuns() {
        add(
                "/bots/" + bot.id().value() + "/golden-questions",
                Map.of("question", "When is it open?"));
        oldRuns(GoldenRuns.KEPT);
        var hold = holdAll();

        ask();
        assertThat(count("golden_run")).isEqualTo(GoldenRuns.KEPT + 1);

        Tenancy.runAs(acme.organization(), () -> holds.lift(hold));
        ask();
        assertThat(count("golden_run")).isEqualTo(GoldenRuns.KEPT);
    }

    @Test
    void saysSoWhereItIsPlaced() {
        owner.signIn(acme.email(), Tenants.PASSWORD);

        assertThat(owner.get("/settings/legal-holds").body())
                .contains(
                        "also keeps sources, golden questions with their runs, the audit log",
                        "taking access away from people and programs");
    }

    private void ask() {
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var run = runs.start(bot.id());
                    eventually(() -> assertThat(runs.get(run.id()).isFinished()).isTrue());
                });
    }

    private Hold.Id holdAll() {
        return Tenancy.callAs(acme.organization(), () -> holds.placeOnAll(REASON, END, null));
    }

    private String add(String path, Map<String, Object> what) {
        var added = api().post(path, what);
        assertThat(added.status()).as(added.text()).isBetween(200, 202);
        return added.at("id");
    }

    private RestCaller api() {
        return new RestCaller(owner.at("").toString(), acme.apiKey());
    }

    private void longOver(int conversations) {
        sql(
                """
                insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language, created_at, last_message_at)
                select organization_id, gen_random_uuid(), id, sha256(n::text::bytea), 'BOT', now(), 'en', now(),
                    now() - interval '100 days' + n * interval '1 minute'
                from bot, generate_series(1, %d) n
                """
                        .formatted(conversations));
    }

    private void oldRuns(int number) {
        sql(
                """
                insert into golden_run (organization_id, id, bot_id, edition, status, created_at, finished_at)
                select organization_id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, id, 'PUBLISHED', 'FINISHED',
                    now() - interval '9 days', now() - interval '9 days'
                from bot, generate_series(1, %d) n
                """
                        .formatted(number));
    }

    private long waiting() {
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Long.class)
                        .single());
    }

    private long count(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }
}
