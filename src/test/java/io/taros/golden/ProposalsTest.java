package io.taros.golden;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Questions found in what a bot was taught, and ticked by a person. */
@TarosTest
class ProposalsTest {
    private static final String PAGE = "/test/golden-questions/proposals";
    private static final Pattern BOX = Pattern.compile("name=\"chosen\" value=\"([^\"]+)\"");
    private static final String RETURNS = "How long can I return an item?";
    private static final String HELP =
            """
            # Help

            Welcome to our help pages, where most things are explained.

            ## 1. What does delivery to Greenland cost?

            Delivery to Greenland costs 290 kr and takes ten days.

            ## Need help?

            Write to us.

            ## Opening hours

            We are open from nine to five.

            ```
            # Why is this a heading?
            ```

            ### Can I pick a parcel up myself?

            Yes, in the boathouse.
            """;

    private final Tenants tenants;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Browser browser;
    private String bot;

    ProposalsTest(Tenants tenants) {
        this.tenants = tenants;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        bot = api.bot("Robin");
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
    }

    @Test
    void areNoneWhereNothingWasTaught() {
        assertThat(browser.get(PAGE).body()).contains("Nothing to propose");
        assertThat(browser.speaking("da").get(PAGE).body()).contains("Intet at foreslå");
    }

    @Test
    void areWhatTheSourcesAskWordForWord() {
        teachAnswer(RETURNS, "You have 30 days, until 31 December for presents. It costs 49 kr.");
        teach("Help", HELP);

        var page = browser.get(PAGE + "?bot=" + bot).body();

        assertThat(page)
                .contains(
                        RETURNS,
                        "Says: 30 · 31 December · 49 kr",
                        "Cites this question with its answer")
                .contains("What does delivery to Greenland cost?", "Cites: Help")
                .contains("Can I pick a parcel up myself?")
                .doesNotContain("1. What does", "Need help?", "Why is this a heading?");
        assertThat(keys(page)).hasSize(3);
        assertThat(listed()).isEmpty();
    }

    @Test
    void areAskedOnlyOnceTheyWereTickedAndPassWhatTheyWereTakenFrom() {
        teachAnswer(RETURNS, "You have 30 days, and it costs 49 kr.");
        teachAnswer("Do you repair moth holes?", "Yes, for 120 kr a hole.");
        teach("Help", HELP);
        var keys = keys(browser.get(PAGE + "?bot=" + bot).body());

        var added = browser.post(PAGE, "bot", bot, "chosen", keys.get(0), "chosen", keys.get(2));

        assertThat(added.header("Location")).isEqualTo("/test/golden-questions?bot=" + bot);
        assertThat(listed().values())
                .extracting(question -> question.path("question").asString())
                .containsExactly(RETURNS, "What does delivery to Greenland cost?");
        assertThat(listed().path(0).path("required").toString()).isEqualTo("[\"30\",\"49 kr\"]");
        assertThat(keys(browser.get(PAGE + "?bot=" + bot).body()))
                .containsExactly(keys.get(1), keys.get(3));
        var run = api.post("/bots/" + bot + "/golden-runs", "{}").at("id");
        var finished =
                eventually(
                        () -> api.get("/golden-runs/" + run).json(),
                        found -> found.path("status").asString("").equals("finished"));
        assertThat(finished.path("passed").asInt()).as(finished.toString()).isEqualTo(2);
    }

    @Test
    void areTakenWholeOrNotAtAll() {
        teachAnswer(RETURNS, "You have 30 days.");
        var page = browser.get(PAGE + "?bot=" + bot).body();
        var key = keys(page).getFirst();

        var nothing = browser.post(PAGE, "bot", bot);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("Nothing is ticked");
        var gone = browser.post(PAGE, "bot", bot, "chosen", key, "chosen", "made up");
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.body()).contains("is no longer proposed").containsPattern("checked");
        assertThat(listed()).isEmpty();
    }

    @Test
    void areForThoseWhoMayWriteThemAndOfTheirOwnBots() {
        teachAnswer(RETURNS, "You have 30 days.");
        var key = keys(browser.get(PAGE + "?bot=" + bot).body()).getFirst();
        var agent = new Browser(port);
        agent.signIn(tenants.member(acme.organization(), Role.AGENT), Tenants.PASSWORD);
        assertThat(agent.get("/test/golden-questions").body()).doesNotContain("Propose from");
        assertThat(agent.get(PAGE).status()).isEqualTo(403);

        var globex = new Browser(port);
        globex.signIn(tenants.open("Globex").email(), Tenants.PASSWORD);
        assertThat(globex.get(PAGE).body()).doesNotContain(RETURNS);
        assertThat(globex.get(PAGE + "?bot=" + bot).status()).isEqualTo(404);
        assertThat(globex.post(PAGE, "bot", bot, "chosen", key).status()).isEqualTo(404);
        assertThat(listed()).isEmpty();
    }

    private static List<String> keys(String page) {
        return BOX.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private JsonNode listed() {
        return api.get("/bots/" + bot + "/golden-questions").json().path("data");
    }

    private void teach(String title, String text) {
        add(Map.of("type", "text", "title", title, "text", text));
    }

    private void teachAnswer(String question, String answer) {
        add(Map.of("type", "qa", "question", question, "answer", answer));
    }

    private void add(Map<String, String> source) {
        api.finished(api.accepted(api.post("/bots/" + bot + "/sources", source)));
    }
}
