package io.taros.golden;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Runs against the real answering, taught with the sample shop's texts. */
@TarosTest
class GoldenRunTest {
    private static final String MONEY = "When do I get my money back?";
    private static final String POPE = "Who painted the ceiling of the Sistine Chapel?";

    private final Tenants tenants;
    private final GoldenQuestions questions;
    private final RunRows runs;
    private final ResultRows results;
    private final GoldenSeal seal;
    private final AskingGoldenQuestions asking;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final CrossOrganization everything;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;

    GoldenRunTest(
            Tenants tenants,
            GoldenQuestions questions,
            RunRows runs,
            ResultRows results,
            GoldenSeal seal,
            AskingGoldenQuestions asking,
            Jobs jobs,
            TransactionTemplate transactions,
            CrossOrganization everything) {
        this.tenants = tenants;
        this.questions = questions;
        this.runs = runs;
        this.results = results;
        this.seal = seal;
        this.asking = asking;
        this.jobs = jobs;
        this.transactions = transactions;
        this.everything = everything;
    }

    @BeforeEach
    void open() throws IOException {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        teach("Returns and exchanges", sample("returns.md"));
        teach("Shipping and delivery", sample("shipping.md"));
    }

    @Test
    void gradesWhatAVisitorWouldBeTold() {
        hold(
                Map.of(
                        "question",
                        MONEY,
                        "required",
                        List.of("five working days"),
                        "source",
                        "Returns and exchanges"));
        hold(Map.of("question", POPE, "expectation", "no_answer"));
        hold(Map.of("question", "I want to talk to a human being", "expectation", "no_answer"));
        hold(
                Map.of(
                        "question",
                        "What does delivery within Denmark cost?",
                        "required",
                        List.of("7 euro"),
                        "forbidden",
                        List.of("5 euro"),
                        "source",
                        "Returns and exchanges"));
        hold(
                Map.of(
                        "question",
                        "How long does delivery to Norway take?",
                        "expectation",
                        "no_answer"));
        hold(Map.of("question", "Who painted the Mona Lisa?"));
        // Asked before, since what the run finds moves the scores that come after it.
        var told = api.post("/bots/" + bot + "/answers", Map.of("question", MONEY)).json();

        var run = finished(start());

        assertThat(run.propertyNames())
                .contains(
                        "id", "botId", "edition", "status", "total", "passed", "failed", "results");
        assertThat(List.of(run.path("total"), run.path("passed"), run.path("failed")))
                .extracting(JsonNode::asInt)
                .containsExactly(6, 3, 3);
        assertThat(codes(run))
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("missing", "forbidden", "not_cited"),
                        List.of("answered"),
                        List.of("unanswered"));
        var first = run.path("results").path(0);
        assertThat(first.path("question").asString()).isEqualTo(MONEY);
        assertThat(first.path("passed").booleanValue()).isTrue();
        assertThat(first.path("answer").path("text")).isEqualTo(told.path("answer"));
        assertThat(first.path("answer").path("outcome")).isEqualTo(told.path("outcome"));
        // What a source says weighs a little less with every second it grows older.
        assertThat(first.path("answer").path("score").asDouble())
                .isCloseTo(told.path("reliability").path("score").asDouble(), within(1e-6));
        assertThat(first.path("answer").path("sources").path(0).path("quote"))
                .isEqualTo(told.path("citations").path(0).path("quote"));
        assertThat(run.path("results").path(3).path("failures").path(0).path("sentence").asString())
                .isEqualTo("The answer does not say “7 euro”.");
    }

    @Test
    void showsOnItsPageWhatFailedAndWhatChangedSinceTheRunBefore() {
        hold(Map.of("question", MONEY, "required", List.of("five working days")));
        hold(Map.of("question", POPE, "expectation", "no_answer"));
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        finished(start());
        assertThat(browser.get(page()).body())
                .contains("2 of 2 passed")
                .contains("Every golden question got the answer it should.")
                .doesNotContain("Compared with the run before");

        finished(start());
        assertThat(browser.get(page()).body()).contains("Nothing changed");

        teachAnswer(MONEY, "We pay back within seven days.");
        finished(start());
        var page = browser.get(page()).body();
        assertThat(page)
                .contains("1 of 2 passed", "One question failed", "Passed before")
                .contains("The answer does not say “five working days”.")
                .contains("One question changed", "Result changed", "Answer changed")
                .contains("We pay back within five working days")
                .contains("We pay back within seven days.");
        assertThat(page).doesNotContain("<h4>" + POPE);
    }

    @Test
    void tellsOverRestWhatChangedSinceTheRunBefore() {
        hold(Map.of("question", MONEY, "required", List.of("five working days")));
        hold(Map.of("question", POPE, "expectation", "no_answer"));
        var first = finished(start());
        assertThat(first.path("comparedWith").isNull()).isTrue();
        assertThat(first.path("changes").size()).isZero();

        teachAnswer(MONEY, "We pay back within seven days.");
        var second = finished(start());

        assertThat(second.path("comparedWith")).isEqualTo(first.path("id"));
        assertThat(second.path("changes").size()).isEqualTo(1);
        var change = second.path("changes").path(0);
        assertThat(change.path("question").asString()).isEqualTo(MONEY);
        assertThat(change.path("what").values())
                .extracting(JsonNode::asString)
                .startsWith("verdict", "answer", "sources");
        assertThat(change.path("before").path("passed").booleanValue()).isTrue();
        assertThat(change.path("now").path("passed").booleanValue()).isFalse();
        assertThat(change.path("before").path("answer"))
                .isEqualTo(first.path("results").path(0).path("answer"));
        assertThat(change.path("now").path("answer"))
                .isEqualTo(second.path("results").path(0).path("answer"));
        var listed = api.get("/bots/" + bot + "/golden-runs").json();
        assertThat(listed.path("data").values())
                .extracting(run -> run.path("id"))
                .containsExactly(second.path("id"), first.path("id"));
        assertThat(listed.path("data").path(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "botId",
                        "edition",
                        "status",
                        "total",
                        "passed",
                        "failed",
                        "createdAt",
                        "startedAt",
                        "finishedAt");
    }

    @Test
    void runsOnceAtATime() {
        var path = "/bots/" + bot + "/golden-runs";
        assertThat(api.post(path, "{}").refusal(409)).startsWith("There is nothing to ask yet");
        hold(Map.of("question", POPE, "expectation", "no_answer"));
        unfinished();

        assertThat(api.post(path, "{}").refusal(409)).contains("being asked right now");
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        assertThat(browser.get(page()).body())
                .contains(
                        "Asking the questions", "0 of 1 asked", "hx-trigger=\"load delay:1500ms\"");
        assertThat(browser.post("/test/golden-questions/runs", "bot", bot).header("Location"))
                .isEqualTo(page());
    }

    @Test
    void goesOnWhereItWasCutOff() {
        hold(Map.of("question", MONEY));
        hold(Map.of("question", POPE, "expectation", "no_answer"));
        var run = unfinished();
        Tenancy.runAs(acme.organization(), () -> giveUpTheFirst(run));

        jobs.enqueue(new AskGoldenQuestions(acme.organization(), run));

        var result = finished(run.value().toString());
        assertThat(codes(result)).containsExactly(List.of("not_asked"), List.of());
    }

    @Test
    void failsWhatCouldNotBeAskedAndMakesWayForTheNext() {
        hold(Map.of("question", MONEY));
        var run = unfinished();

        Tenancy.runAs(
                acme.organization(),
                () ->
                        asking.exhausted(
                                new AskGoldenQuestions(acme.organization(), run),
                                new IllegalStateException()));

        var result = finished(run.value().toString());
        assertThat(codes(result)).containsExactly(List.of("not_asked"));
        assertThat(result.path("results").path(0).path("answer").isNull()).isTrue();
        assertThat(finished(start()).path("passed").asInt()).isEqualTo(1);
    }

    @Test
    void keepsTheLatestAndWhatTheyAskedAfterAQuestionIsGone() {
        var question = hold(Map.of("question", POPE, "expectation", "no_answer"));
        var first = start();
        finished(first);
        String last = first;
        for (var number = 0; number < GoldenRuns.KEPT; number++) {
            last = start();
            finished(last);
        }
        api.call("DELETE", "/golden-questions/" + question, "");

        assertThat(api.get("/golden-runs/" + first).status()).isEqualTo(404);
        assertThat(
                        api.get("/golden-runs/" + last)
                                .json()
                                .path("results")
                                .path(0)
                                .path("question")
                                .asString())
                .isEqualTo(POPE);
        assertThat(
                        everything.<Long>inTransaction(jdbc ->
                                jdbc.sql("select count(*) from golden_run")
                                        .query(Long.class)
                                        .single()))
                .isEqualTo(GoldenRuns.KEPT);
    }

    /** What the page for builds of others tells them to do, word for word. */
    @Test
    void endsTheDocumentedBuildStepWithItsVerdict(@TempDir Path folder) throws Exception {
        assumeThat(Path.of("/usr/bin/jq")).exists();
        assumeThat(Path.of("/usr/bin/curl")).exists();
        assertThat(buildStep(folder)).satisfies(ended -> assertThat(ended.code()).isPositive());
        hold(Map.of("question", POPE, "expectation", "no_answer"));
        assertThat(buildStep(folder)).isEqualTo(new Ended(0, ""));

        hold(Map.of("question", MONEY, "required", List.of("a fortnight")));

        assertThat(buildStep(folder))
                .isEqualTo(new Ended(1, MONEY + "\n  The answer does not say “a fortnight”.\n"));
    }

    private record Ended(int code, String printed) {}

    private Ended buildStep(Path folder) throws IOException, InterruptedException {
        var script =
                Arrays.stream(
                                Files.readString(Path.of("docs/golden-questions.md"))
                                        .split("```", -1))
                        .filter(block -> block.startsWith("sh\nset -eu"))
                        .findFirst()
                        .orElseThrow();
        var printed = folder.resolve("printed");
        var builder =
                new ProcessBuilder("sh", "-c", script.substring("sh\n".length()))
                        .directory(folder.toFile())
                        .redirectOutput(printed.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        var key = tenants.key(acme.organization(), List.of("answers:write", "golden:read"));
        builder.environment()
                .putAll(
                        Map.of(
                                "TAROS_URL",
                                "http://localhost:" + port,
                                "TAROS_KEY",
                                key,
                                "TAROS_BOT",
                                bot));
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(printed));
    }

    /** A run that no job works on. */
    private GoldenRun.Id unfinished() {
        var owner = new Bot.Id(UUID.fromString(bot));
        var run = new GoldenRun.Id(UUID.randomUUID());
        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var asked = questions.list(owner);
                    var sealed = asked.stream().map(one -> seal.closeAsked(run, one)).toList();
                    transactions.executeWithoutResult(status -> {
                        runs.add(run, owner, null);
                        results.add(run, asked.stream().map(GoldenQuestion::id).toList(), sealed);
                    });
                });
        return run;
    }

    private void giveUpTheFirst(GoldenRun.Id run) {
        var first = results.waiting(run).getFirst().questionId();
        var grading = seal.closeGrading(run, first, Grading.NOT_ASKED);
        results.grade(run, first, GoldenResult.Verdict.FAILED, grading);
    }

    private String page() {
        return "/test/golden-questions?bot=" + bot;
    }

    private static List<List<String>> codes(JsonNode run) {
        return run.path("results").values().stream()
                .map(result ->
                        result.path("failures").values().stream()
                                .map(failure -> failure.path("code").asString())
                                .toList())
                .toList();
    }

    private String hold(Map<String, Object> question) {
        var added = api.post("/bots/" + bot + "/golden-questions", question);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.at("id");
    }

    private String start() {
        var started = api.post("/bots/" + bot + "/golden-runs", "{}");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        assertThat(started.json().propertyNames()).containsExactlyInAnyOrder("id", "status");
        assertThat(started.at("status")).isIn("queued", "running", "finished");
        return started.at("id");
    }

    private JsonNode finished(String run) {
        return eventually(
                () -> api.get("/golden-runs/" + run).json(),
                found -> found.path("status").asString("").equals("finished"));
    }

    private void teach(String title, String text) {
        var source = Map.of("type", "text", "title", title, "text", text);
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", source)));
    }

    private void teachAnswer(String question, String answer) {
        var source = Map.of("type", "qa", "question", question, "answer", answer);
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", source)));
    }

    private static String sample(String name) throws IOException {
        return new ClassPathResource("sample/en/" + name)
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
