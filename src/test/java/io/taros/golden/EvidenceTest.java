package io.taros.golden;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.taros.answering.Calibration;
import io.taros.answering.JudgedAnswer.Kind;
import io.taros.answering.JudgedAnswers;
import io.taros.answering.JudgedAnswers.Tally;
import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What golden questions tell about a bot's scores, and what they may not. */
@TarosTest
class EvidenceTest {
    private static final String KNOWN = "How long can I return an item?";
    private static final String UNKNOWN = "Can I return an item that I bought in another shop?";

    private final Tenants tenants;
    private final JudgedAnswers judged;
    private final TellingWhatWasJudged telling;
    private final CrossOrganization everything;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;

    EvidenceTest(
            Tenants tenants,
            JudgedAnswers judged,
            TellingWhatWasJudged telling,
            CrossOrganization everything) {
        this.tenants = tenants;
        this.judged = judged;
        this.telling = telling;
        this.everything = everything;
    }

    @BeforeEach
    void acmeHasABotThatKnowsItsReturns() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        var text =
                Map.of(
                        "type",
                        "text",
                        "title",
                        "Returns",
                        "text",
                        "You can return an item within 30 days of delivery, unworn and with its label.");
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", text)));
    }

    private String hold(Map<String, Object> question) {
        return api.post("/bots/" + bot + "/golden-questions", question).at("id");
    }

    private JsonNode run() {
        return over(api.post("/bots/" + bot + "/golden-runs", "{}").at("id"));
    }

    private JsonNode over(String id) {
        return eventually(
                () -> api.get("/golden-runs/" + id).json(),
                found -> found.path("status").asString("").equals("finished"));
    }

    private List<Tally> tallies() {
        return Tenancy.callAs(
                acme.organization(), () -> judged.tallies(new Bot.Id(UUID.fromString(bot))));
    }

    private Calibration calibration() {
        return Tenancy.callAs(
                acme.organization(), () -> judged.of(new Bot.Id(UUID.fromString(bot))));
    }

    private void isTold(Tally tally) {
        eventually(() -> assertThat(tallies()).containsExactly(tally));
    }

    @Test
    void isWhetherTheAnswerWasRightAndTheScoreItHad() {
        hold(Map.of("question", KNOWN, "required", List.of("30 days")));
        hold(Map.of("question", KNOWN + " Tell me.", "required", List.of("60 days")));
        hold(Map.of("question", UNKNOWN, "expectation", "no_answer"));

        var results = run().path("results");

        isTold(new Tally(Kind.GOLDEN, 3, 1));
        assertThat(scores())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactlyInAnyOrderElementsOf(
                        results.values().stream()
                                .map(each -> each.path("answer").path("score").asDouble())
                                .toList());
    }

    private List<Double> scores() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select score from judged_answer where organization_id = :id")
                        .param("id", acme.organization())
                        .query(Double.class)
                        .list());
    }

    /** Else a bot that withholds too much would never learn that it does. */
    @Test
    void countsWhatWasWithheldByWhatWouldHaveBeenSaid() {
        api.call("PUT", "/bots/" + bot, "{\"threshold\": 1}");
        hold(Map.of("question", KNOWN, "required", List.of("30 days")));

        var run = run();

        assertThat(run.path("failed").asInt()).as("not answered").isEqualTo(1);
        isTold(new Tally(Kind.GOLDEN, 1, 1));
    }

    /** Whether something is answered follows from the score and cannot judge it. */
    @Test
    void isNotThatSomethingWasAnswered() {
        hold(Map.of("question", KNOWN));
        hold(Map.of("question", KNOWN + " Tell me.", "forbidden", List.of("60 days")));
        hold(Map.of("question", "Hello", "expectation", "no_answer"));
        hold(Map.of("question", KNOWN + " Please.", "source", "Returns"));

        run();

        isTold(new Tally(Kind.GOLDEN, 1, 1));
    }

    @Test
    void isOfTheLatestRunAlone() {
        var first = hold(Map.of("question", KNOWN, "required", List.of("30 days")));
        hold(Map.of("question", UNKNOWN, "expectation", "no_answer"));
        run();
        isTold(new Tally(Kind.GOLDEN, 2, 1));

        api.call("DELETE", "/golden-questions/" + first, "");
        isTold(new Tally(Kind.GOLDEN, 1, 0));

        hold(Map.of("question", KNOWN, "required", List.of("30 days")));
        hold(Map.of("question", KNOWN + " Tell me.", "required", List.of("30 days")));
        run();
        isTold(new Tally(Kind.GOLDEN, 3, 2));
    }

    @Test
    void isNotOfADraftBeforeItIsPublished() {
        hold(Map.of("question", KNOWN, "required", List.of("30 days")));
        api.call("PUT", "/bots/" + bot + "/draft", "{}");
        api.call("PUT", "/bots/" + bot, "{\"instructions\": \"Be brief.\"}");
        var id = api.post("/bots/" + bot + "/draft/golden-runs", "{}").at("id");
        over(id);
        var run = new GoldenRun.Id(UUID.fromString(id));

        Tenancy.runAs(
                acme.organization(),
                () -> telling.handle(new TellWhatWasJudged(acme.organization(), run)));
        assertThat(tallies()).isEmpty();

        var published = api.post("/bots/" + bot + "/draft/publication", "{}");
        assertThat(published.status()).as(published.text()).isLessThan(300);
        isTold(new Tally(Kind.GOLDEN, 1, 1));
    }

    /** The next run judges the score that was there before, so that nothing feeds on itself. */
    @Test
    void makesScoresTellTheTruthAndIsNotMovedByIt() {
        IntStream.range(0, 30)
                .forEach(number ->
                        hold(
                                Map.of(
                                        "question",
                                        KNOWN + " Tell customer " + number,
                                        "required",
                                        List.of("60 days"))));
        var before = score();

        run();
        isTold(new Tally(Kind.GOLDEN, 30, 0));
        var learnt = calibration();
        var after = api.post("/bots/" + bot + "/answers", Map.of("question", KNOWN)).json();

        assertThat(learnt.of(before)).isLessThan(before - 0.2);
        var reliability = after.path("reliability");
        assertThat(reliability.path("score").asDouble()).isCloseTo(learnt.of(before), within(1e-6));
        assertThat(reliability.path("uncalibrated").asDouble()).isCloseTo(before, within(1e-6));
        assertThat(reliability.path("judgedAnswers").asInt()).isEqualTo(30);

        loseWhatWasTold();
        run();
        isTold(new Tally(Kind.GOLDEN, 30, 0));
        assertThat(calibration().of(before)).isCloseTo(learnt.of(before), within(1e-3));
    }

    /** So that the next telling shows; the calibration stays. */
    private void loseWhatWasTold() {
        everything.inTransaction(jdbc ->
                jdbc.sql("delete from judged_answer where organization_id = :id")
                        .param("id", acme.organization())
                        .update());
    }

    private double score() {
        return api.post("/bots/" + bot + "/answers", Map.of("question", KNOWN))
                .json()
                .path("reliability")
                .path("score")
                .asDouble();
    }
}
