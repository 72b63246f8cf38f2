package io.taros.draft;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.taros.bot.Bot;
import io.taros.knowledge.NewSource;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.RestCaller.Answer;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Through the doors people and programs use, with the real answering. */
@TarosTest
class DraftsTest {
    private static final String MOTHS = "Do you repair moth holes?";
    private static final String YES = "Yes, we repair moth holes for twelve euro a hole.";
    private static final String NO = "No, moth holes we do not repair.";

    private final Tenants tenants;
    private final io.taros.knowledge.Sources sources;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final CrossOrganization everything;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Browser owner;
    private String bot;
    private String key;

    DraftsTest(
            Tenants tenants,
            io.taros.knowledge.Sources sources,
            Audit audit,
            CrossOrganization everything,
            TransactionTemplate transactions) {
        this.tenants = tenants;
        this.sources = sources;
        this.transactions = transactions;
        this.audit = audit;
        this.everything = everything;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        api = new RestCaller(installation(), acme.apiKey());
        var added = api.post("/bots", Map.of("name", "Robin"));
        bot = added.at("id");
        key = added.at("publicKey");
        owner = signedIn(acme.email());
    }

    /** From the switch to the visitor. */
    @Test
    void waitUntilTheyPass() {
        gate("ON");
        hold(MOTHS, "twelve euro");
        var wrong = taught(MOTHS, NO);
        assertThat(api.get("/sources/" + wrong).at("standing")).isEqualTo("draft");
        assertThat(visitorIsTold(MOTHS)).doesNotContain("moth holes we do not");
        assertThat(told(MOTHS, "published")).doesNotContain("moth holes we do not");
        assertThat(told(MOTHS, "draft")).contains(NO);
        assertThat(refusal()).startsWith("The golden questions have not been asked");

        assertThat(run().path("failed").asInt()).isEqualTo(1);
        assertThat(refusal()).startsWith("The draft failed 1 of 1 golden questions.");
        assertThat(draft().path("obstacle").path("code").asString()).isEqualTo("failed");

        assertThat(api.call("DELETE", "/sources/" + wrong, "").status()).isEqualTo(204);
        var right = taught(MOTHS, YES);
        assertThat(refusal()).startsWith("The draft, the sources or the golden questions changed");
        assertThat(run().path("passed").asInt()).isEqualTo(1);
        assertThat(visitorIsTold(MOTHS)).doesNotContain("twelve");
        assertThat(page()).contains("Every golden question passed on exactly this draft.");

        assertThat(publish().status()).isEqualTo(201);

        assertThat(api.get("/sources/" + right).at("standing")).isEqualTo("published");
        assertThat(visitorIsTold(MOTHS)).contains(YES);
        assertThat(draft().path("open").booleanValue()).isFalse();
        assertThat(audited()).containsSubsequence("draft.gate-switched-on", "draft.published");
        assertThat(page()).contains("Nothing waits to be published", "Last published");
    }

    @Test
    void goNowhereWithoutTheSwitch() {
        taught(MOTHS, YES);
        api.call("PUT", "/bots/" + bot, "{\"threshold\": 0.4}");

        assertThat(draft().path("open").booleanValue()).isFalse();
        assertThat(visitorIsTold(MOTHS)).contains(YES);
        assertThat(api.get("/bots/" + bot).json().path("threshold").asDouble()).isEqualTo(0.4);
        assertThat(refusal()).startsWith("This bot has no draft.");
    }

    @Nested
    class Settings {
        @Test
        void waitWhereTheyChangeAnswersAndApplyWhereTheyDoNot() {
            gate("ON");

            api.call(
                    "PUT",
                    "/bots/" + bot,
                    """
                    {"name": "Wren", "threshold": 0.9, "instructions": "Be brief.", "allowedOrigins": ["https://a.example"]}
                    """);

            var published = api.get("/bots/" + bot).json();
            assertThat(published.path("name").asString()).isEqualTo("Wren");
            assertThat(published.path("allowedOrigins").path(0).asString())
                    .isEqualTo("https://a.example");
            assertThat(published.path("threshold").asDouble()).isEqualTo(0.5);
            assertThat(published.path("instructions").asString()).isEmpty();
            assertThat(draft().path("settings").valueStream())
                    .extracting(one -> one.path("setting").asString())
                    .containsExactly("instructions", "threshold");
            assertThat(page()).contains("Be brief.", "50%", "90%");
        }

        @Test
        void areKeptByAChangeOfTheLook() {
            gate("ON");
            api.call("PUT", "/bots/" + bot, "{\"threshold\": 0.9}");
            var before = draft();

            owner.get("/bot/widget?bot=" + bot);
            var saved =
                    owner.post(
                            "/bot/widget",
                            "bot",
                            bot,
                            "greeting",
                            "Hello there",
                            "accentColour",
                            "#112233",
                            "launcherPosition",
                            "LEFT",
                            "theme",
                            "AUTO");

            assertThat(saved.header("Location")).contains("saved=true");
            var published = api.get("/bots/" + bot).json();
            assertThat(published.path("widget").path("greeting").asString())
                    .isEqualTo("Hello there");
            assertThat(published.path("threshold").asDouble()).isEqualTo(0.5);
            assertThat(draft()).isEqualTo(before);
        }

        @Test
        void areShownAsTheyWaitAndGoBackWhenTheDraftIsDiscarded() {
            gate("ON");
            owner.get("/bot?bot=" + bot);
            owner.post(
                    "/bot",
                    "bot",
                    bot,
                    "name",
                    "Robin",
                    "instructions",
                    "Speak like a pirate.",
                    "language",
                    "en",
                    "threshold",
                    "70",
                    "provider",
                    "NONE",
                    "model",
                    "");
            assertThat(owner.get("/bot?bot=" + bot).body())
                    .contains("Speak like a pirate.", "waits in the draft until it is published");

            owner.get("/bot/draft?bot=" + bot);
            assertThat(owner.post("/bot/draft/discard", "bot", bot).header("Location"))
                    .contains("notice=DISCARDED");

            assertThat(owner.get("/bot?bot=" + bot).body()).doesNotContain("pirate");
            assertThat(api.get("/bots/" + bot).json().path("threshold").asDouble()).isEqualTo(0.5);
            assertThat(audited()).contains("draft.discarded");
        }

        @Test
        void areTheBotsOnceTheyArePublished() {
            assertThat(api.call("PUT", "/bots/" + bot + "/draft", "{}").status()).isEqualTo(200);
            api.call("PUT", "/bots/" + bot, "{\"threshold\": 0.9, \"language\": \"da\"}");

            assertThat(publish().status()).isEqualTo(201);

            var published = api.get("/bots/" + bot).json();
            assertThat(published.path("threshold").asDouble()).isEqualTo(0.9);
            assertThat(published.path("language").asString()).isEqualTo("da");
        }
    }

    @Nested
    class Sources {
        @Test
        void leaveWithTheDraft() {
            var old = taught(MOTHS, NO);
            var left = api.call("PUT", "/sources/" + old + "/leaving", "{}");
            assertThat(left.at("standing")).isEqualTo("leaving");
            taught(MOTHS, YES);

            assertThat(visitorIsTold(MOTHS)).contains(NO);
            assertThat(told(MOTHS, "draft")).contains(YES).doesNotContain(NO);
            assertThat(publish().status()).isEqualTo(201);
            assertThat(visitorIsTold(MOTHS)).contains(YES);
            assertThat(api.get("/sources/" + old).status()).isEqualTo(404);
        }

        @Test
        void stayWhenSomebodyChangesTheirMindOrAddsThemAgain() {
            var source = taught(MOTHS, YES);
            api.call("PUT", "/sources/" + source + "/leaving", "{}");
            assertThat(api.call("DELETE", "/sources/" + source + "/leaving", "").at("standing"))
                    .isEqualTo("published");
            api.call("PUT", "/sources/" + source + "/leaving", "{}");
            assertThat(taught(MOTHS, YES)).isEqualTo(source);
            assertThat(api.get("/sources/" + source).at("standing")).isEqualTo("published");

            api.call("PUT", "/sources/" + source + "/leaving", "{}");
            api.call("DELETE", "/bots/" + bot + "/draft", "");
            assertThat(api.get("/sources/" + source).at("standing")).isEqualTo("published");
            assertThat(visitorIsTold(MOTHS)).contains(YES);
        }

        @Test
        void thatAreOnlyInTheDraftGoWithIt() {
            gate("ON");
            var source = taught(MOTHS, YES);
            assertThat(api.call("PUT", "/sources/" + source + "/leaving", "{}").refusal(409))
                    .startsWith("This source is only in the draft");

            assertThat(api.call("DELETE", "/bots/" + bot + "/draft", "").status()).isEqualTo(204);

            assertThat(api.get("/sources/" + source).status()).isEqualTo(404);
            assertThat(rows("source")).isZero();
            assertThat(rows("bot_draft")).isZero();
        }

        @Test
        void areDeletedAtOnceWhateverWaits() {
            var source = taught(MOTHS, YES);
            gate("ON");
            api.call("PUT", "/bots/" + bot, "{\"threshold\": 0.6}");

            assertThat(api.call("DELETE", "/sources/" + source, "").status()).isEqualTo(204);

            assertThat(told(MOTHS, "published")).doesNotContain("twelve");
            assertThat(told(MOTHS, "draft")).doesNotContain("twelve");
        }

        @Test
        void thatAreBeingReadHoldTheDraftBack() {
            gate("ON");
            hold(MOTHS, "twelve euro");
            var source = taught(MOTHS, YES);
            status(source, "READING");

            assertThat(refusal()).startsWith("The source “" + MOTHS + "” is still being read.");
            assertThat(api.post(draftPath() + "/golden-runs", "{}").refusal(409))
                    .contains("still being read");
            assertThat(anyway("Because.").body()).contains("still being read");
            assertThat(draft().path("open").booleanValue()).isTrue();
        }

        @Test
        void thatFailedAreShownAndHoldNothingBack() {
            api.call("PUT", draftPath(), "{}");
            var failed =
                    api.finished(
                            api.accepted(
                                    api.post(
                                            "/bots/" + bot + "/sources",
                                            Map.of(
                                                    "type",
                                                    "website",
                                                    "url",
                                                    "http://127.0.0.1:1/"))));
            assertThat(failed.path("status").asString()).isEqualTo("failed");

            assertThat(page()).contains("Failed", "127.0.0.1:1");
            assertThat(publish().status()).isEqualTo(201);
        }

        @Test
        void sayWhereTheyStandOnTheirPages() {
            var published = taught("Who is the dog?", "Skipper.");
            gate("ON");
            var drafted = taught(MOTHS, YES);

            assertThat(owner.get("/knowledge/questions?bot=" + bot).body())
                    .contains("In the draft", "What you add waits in the draft");
            assertThat(owner.get("/knowledge/sources/" + drafted).body())
                    .contains("Visitors get nothing of this source")
                    .doesNotContain("Remove with the draft");
            assertThat(owner.get("/knowledge/sources/" + published).body())
                    .contains("Remove with the draft");
            owner.post("/knowledge/sources/" + published + "/leaving");
            assertThat(owner.get("/knowledge/sources/" + published).body())
                    .contains("Leaves with the draft", "Keep it");
            owner.post("/knowledge/sources/" + published + "/staying");
            assertThat(api.get("/sources/" + published).at("standing")).isEqualTo("published");
        }
    }

    @Nested
    class TheGate {
        @Test
        void isNotPassedByAnEmptyList() {
            gate("ON");
            taught(MOTHS, YES);

            assertThat(refusal()).startsWith("This bot has no golden questions");
            assertThat(page()).contains("This bot has no golden questions");
        }

        @Test
        void noticesEveryChangeSinceTheRun() {
            gate("ON");
            var golden = hold(MOTHS, "twelve euro");
            var published =
                    publishedAnyway("What is the dog called?", "The dog is called Skipper.");
            taught(MOTHS, YES);
            passes();

            api.call("PUT", "/bots/" + bot, "{\"threshold\": 0.45}");
            isStale();
            passes();
            api.call("PUT", "/bots/" + bot, "{\"threshold\": 0.5}");
            isStale();
            passes();
            hold("What is the dog called?", "Skipper");
            isStale();
            passes();
            api.call("DELETE", "/golden-questions/" + golden, "");
            isStale();
            passes();
            api.call("DELETE", "/sources/" + published, "");
            isStale();
            assertThat(run().path("failed").asInt()).isEqualTo(1);
            taught("What is the dog called?", "The dog is called Skipper.");
            isStale();
            passes();
            api.call("PUT", "/bots/" + bot, "{\"name\": \"Wren\"}");
            assertThat(publish().status()).isEqualTo(201);
        }

        @Test
        void forgetsTheRunsOfADraftThatIsGone() {
            gate("ON");
            hold(MOTHS, "twelve euro");
            taught(MOTHS, YES);
            passes();
            api.call("DELETE", draftPath(), "");

            taught(MOTHS, YES);

            assertThat(refusal()).startsWith("The golden questions have not been asked");
        }

        @Test
        void yieldsToAnOwnerWithAReason() {
            gate("ON");
            hold(MOTHS, "twelve euro");
            taught(MOTHS, NO);
            run();
            assertThat(anyway(" ").body()).contains("Give a reason");
            assertThat(draft().path("open").booleanValue()).isTrue();

            assertThat(anyway("The old answer was worse.").header("Location"))
                    .contains("notice=PUBLISHED");

            assertThat(visitorIsTold(MOTHS)).contains(NO);
            assertThat(page()).contains("The old answer was worse.");
            var entry = entries().getFirst();
            assertThat(entry.action()).isEqualTo("draft.published-anyway");
            assertThat(entry.actorId()).isEqualTo(acme.owner().value());
            assertThat(entry.objectKind()).isEqualTo("publication");
            assertThat(
                            everything.<String>inTransaction(jdbc ->
                                    jdbc.sql("select reason from publication where id = :id")
                                            .param("id", entry.objectId())
                                            .query(String.class)
                                            .single()))
                    .isEqualTo("The old answer was worse.");
        }

        @Test
        void yieldsToNobodyElse() {
            gate("ON");
            taught(MOTHS, YES);
            for (var role : List.of(Role.ADMIN, Role.EDITOR)) {
                var member = signedIn(tenants.member(acme.organization(), role));
                member.get("/bot/draft?bot=" + bot);
                assertThat(member.post("/bot/draft/override", "bot", bot, "reason", "So").status())
                        .isEqualTo(403);
                assertThat(member.post("/bot/draft/gate", "bot", bot, "gate", "OFF").status())
                        .isEqualTo(403);
                assertThat(member.get("/bot/draft?bot=" + bot).body())
                        .contains("Only an owner can change this.")
                        .doesNotContain("Publish anyway");
            }
            assertThat(draft().path("gated").booleanValue()).isTrue();
        }

        @Test
        void letsGoOfWhatWaitsOnlyWhenThatIsPublished() {
            gate("ON");
            taught(MOTHS, YES);
            gate("OFF");

            assertThat(visitorIsTold(MOTHS)).doesNotContain("twelve");
            assertThat(draft().path("obstacle").isNull()).isTrue();
            assertThat(publish().status()).isEqualTo(201);
            assertThat(audited())
                    .containsSubsequence("draft.gate-switched-on", "draft.gate-switched-off");
        }
    }

    @Test
    void comparesTheDraftWithWhatIsPublished() {
        hold(MOTHS, "twelve euro");
        var old = taught(MOTHS, NO);
        var published = api.post("/bots/" + bot + "/golden-runs", "{}").at("id");
        assertThat(finished(published).path("edition").asString()).isEqualTo("published");
        api.call("PUT", "/sources/" + old + "/leaving", "{}");
        taught(MOTHS, YES);

        assertThat(run().path("edition").asString()).isEqualTo("draft");

        assertThat(page())
                .contains("One answer differs from what is published")
                .contains("Compared with the last run of what is published")
                .contains(YES, NO);
        assertThat(owner.get("/test/golden-questions?bot=" + bot).body())
                .contains("0 of 1 passed")
                .doesNotContain(YES);
        publish();
        assertThat(owner.get("/test/golden-questions?bot=" + bot).body()).contains("1 of 1 passed");
    }

    @Test
    void areTriedInThePlayground() {
        assertThat(owner.get("/test?bot=" + bot).body()).doesNotContain("name=\"edition\"");
        api.call("PUT", draftPath(), "{}");
        taught(MOTHS, YES);

        owner.get("/test?edition=DRAFT&bot=" + bot);
        assertThat(owner.post("/test", "bot", bot, "question", MOTHS, "edition", "DRAFT").body())
                .contains("twelve euro a hole")
                .contains("name=\"edition\" value=\"DRAFT\" checked");
        assertThat(owner.post("/test", "bot", bot, "question", MOTHS).body())
                .doesNotContain("twelve euro a hole");
        assertThat(
                        owner.post(
                                        "/test/stream",
                                        "bot",
                                        bot,
                                        "question",
                                        MOTHS,
                                        "edition",
                                        "DRAFT")
                                .body())
                .contains("twelve euro a hole");
    }

    /** Whoever adds and whoever publishes at the same moment come one after the other. */
    @Test
    void loseNothingThatIsAddedMeanwhile() throws Exception {
        api.call("PUT", draftPath(), "{}");
        api.call("PUT", "/bots/" + bot, "{\"threshold\": 0.6}");
        var pair = new NewSource.Qa(new Bot.Id(UUID.fromString(bot)), MOTHS, List.of(), YES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var publishing =
                    Tenancy.callAs(
                            acme.organization(),
                            () ->
                                    transactions.execute(status -> {
                                        sources.add(pair);
                                        var published = threads.submit(() -> publish().status());
                                        eventually(
                                                () -> published.isDone() || somebodyWaits(),
                                                is -> is);
                                        return published;
                                    }));
            assertThat(publishing.get()).isIn(201, 409);
        }

        assertThat(
                        rows(
                                """
                                source s where standing <> 'PUBLISHED'
                                  and not exists (select from bot_draft d where d.bot_id = s.bot_id)
                                """))
                .isZero();
    }

    private boolean somebodyWaits() {
        return rows("pg_locks where not granted") > 0;
    }

    @Test
    void showWhereTheyAreAskedWhenTheyAre() {
        hold(MOTHS, "twelve euro");
        api.call("PUT", draftPath(), "{}");
        taught(MOTHS, YES);
        var run = api.post(draftPath() + "/golden-runs", "{}").at("id");
        finished(run);
        unfinish(run);

        owner.get("/test/golden-questions?bot=" + bot);
        assertThat(owner.post("/test/golden-questions/runs", "bot", bot).header("Location"))
                .isEqualTo("/bot/draft?bot=" + bot);
        assertThat(page()).contains("Asking the questions");
        assertThat(owner.post("/bot/draft/golden-runs", "bot", bot).body())
                .contains("are being asked right now");
    }

    private void unfinish(String run) {
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                update golden_run set status = 'RUNNING', finished_at = null where id = :id::uuid
                                """)
                        .param("id", run)
                        .update());
    }

    @Test
    void arePublishedOnce() throws Exception {
        api.call("PUT", draftPath(), "{}");
        taught(MOTHS, YES);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 4)
                            .mapToObj(_ ->
                                    threads.submit(() -> {
                                        start.await();
                                        return publish().status();
                                    }))
                            .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
        assertThat(rows("publication")).isEqualTo(1);
    }

    /** What the page for builds of others tells them to do, word for word. */
    @Test
    void arePublishedByTheDocumentedBuildStepOnceTheyPass(@TempDir Path folder) throws Exception {
        assumeThat(Path.of("/usr/bin/jq")).exists();
        assumeThat(Path.of("/usr/bin/curl")).exists();
        gate("ON");
        hold(MOTHS, "twelve euro");
        var wrong = taught(MOTHS, NO);

        assertThat(buildStep(folder)).isPositive();
        assertThat(Files.readString(folder.resolve("printed")))
                .contains("The draft failed 1 of 1 golden questions.");

        api.call("DELETE", "/sources/" + wrong, "");
        taught(MOTHS, YES);
        assertThat(buildStep(folder)).isZero();
        assertThat(visitorIsTold(MOTHS)).contains(YES);
    }

    private int buildStep(Path folder) throws Exception {
        var script = Files.readString(Path.of("docs/drafts.md")).split("```", -1)[1];
        var builder =
                new ProcessBuilder("sh", "-c", script.substring("sh\n".length()))
                        .directory(folder.toFile())
                        .redirectOutput(folder.resolve("printed").toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        var scopes = List.of("answers:write", "golden:read", "drafts:write");
        builder.environment()
                .putAll(
                        Map.of(
                                "TAROS_URL",
                                installation(),
                                "TAROS_KEY",
                                tenants.key(acme.organization(), scopes),
                                "TAROS_BOT",
                                bot));
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void goWithTheirBot() {
        gate("ON");
        taught(MOTHS, YES);

        assertThat(api.call("DELETE", "/bots/" + bot, "").status()).isEqualTo(204);

        assertThat(rows("bot_draft")).isZero();
        assertThat(api.get(draftPath()).status()).isEqualTo(404);
    }

    private String installation() {
        return "http://localhost:" + port;
    }

    private Browser signedIn(String email) {
        var browser = new Browser(port);
        browser.signIn(email, Tenants.PASSWORD);
        browser.get("/bot/draft");
        return browser;
    }

    private String draftPath() {
        return "/bots/" + bot + "/draft";
    }

    private JsonNode draft() {
        var answer = api.get(draftPath());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String page() {
        return owner.get("/bot/draft?bot=" + bot).body();
    }

    private void gate(String state) {
        owner.get("/bot/draft?bot=" + bot);
        assertThat(owner.post("/bot/draft/gate", "bot", bot, "gate", state).status())
                .isEqualTo(303);
    }

    private Answer publish() {
        return api.post(draftPath() + "/publication", "{}");
    }

    private String refusal() {
        return publish().refusal(409);
    }

    private Browser.Page anyway(String reason) {
        owner.get("/bot/draft?bot=" + bot);
        return owner.post("/bot/draft/override", "bot", bot, "reason", reason);
    }

    /** A source that is published, whatever the gate says. */
    private String publishedAnyway(String question, String answer) {
        var source = taught(question, answer);
        assertThat(anyway("To begin with.").status()).isEqualTo(303);
        return source;
    }

    private JsonNode run() {
        var started = api.post(draftPath() + "/golden-runs", "{}");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return finished(started.at("id"));
    }

    private void passes() {
        assertThat(run().path("failed").asInt()).isZero();
        assertThat(draft().path("obstacle").isNull()).as(draft().toString()).isTrue();
    }

    private void isStale() {
        assertThat(draft().path("obstacle").path("code").asString()).isEqualTo("stale");
    }

    private JsonNode finished(String run) {
        return eventually(
                () -> api.get("/golden-runs/" + run).json(),
                found -> found.path("status").asString("").equals("finished"));
    }

    private String hold(String question, String fact) {
        var added =
                api.post(
                        "/bots/" + bot + "/golden-questions",
                        Map.of("question", question, "required", List.of(fact)));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.at("id");
    }

    private String taught(String question, String answer) {
        var source = Map.of("type", "qa", "question", question, "answer", answer);
        var id = api.accepted(api.post("/bots/" + bot + "/sources", source));
        assertThat(api.finished(id).path("status").asString()).isEqualTo("ready");
        return id;
    }

    private String told(String question, String edition) {
        var asked = Map.of("question", question, "edition", edition);
        var answer = api.post("/bots/" + bot + "/answers", asked);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private String visitorIsTold(String question) {
        var visitor = Visitor.start(URI.create(installation()), key);
        return visitor.replyTo(visitor.say(question, "1")).data().toString();
    }

    private void status(String source, String status) {
        everything.inTransaction(jdbc ->
                jdbc.sql("update source set status = :status where id = :id::uuid")
                        .param("status", status)
                        .param("id", source)
                        .update());
    }

    private long rows(String table) {
        return everything.<Long>inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private List<AuditEntry> entries() {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(50));
    }

    /** Oldest first. */
    private List<String> audited() {
        return entries().reversed().stream().map(AuditEntry::action).toList();
    }
}
