package io.taros.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The table of questions, line by line, and tables that come in. */
@TarosTest
class QuestionsPageTest {
    private static final Pattern ROW = Pattern.compile("id=\"pair-([0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\w+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\w+)\"");
    private static final String TABLE =
            "Spørgsmål;Svar\nWho is the dog?;Skipper.\nEmpty?;\n=1+1?;Two.\nwho is the dog;Rex.\n";

    private final Tenants tenants;
    @LocalServerPort private int port;
    private Browser browser;
    private String bot;

    QuestionsPageTest(Tenants tenants) {
        this.tenants = tenants;
    }

    @BeforeEach
    void signIn() {
        var acme = tenants.open("Acme");
        bot = new RestCaller("http://localhost:" + port, acme.apiKey()).bot("Robin");
        browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/knowledge/questions?add=question&bot=" + bot);
    }

    @Test
    void addsALineUnderTheOneThatIsReadyForTheNext() {
        var added =
                part(
                        "question",
                        "Open?",
                        "answer",
                        "At nine.",
                        "wordings",
                        "When?\n\n",
                        "rights",
                        "true");

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body())
                .doesNotContain("<table")
                .contains("id=\"new-pair\"", "At nine.", "one other way to ask")
                .doesNotContain("<html");
        var refused = part("question", "Open?", "answer", "", "rights", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Open?\"", "aria-invalid=\"true\"");
    }

    @Test
    void tellsWhoIsLateWhatStandsThereNow() {
        var id = add("Open?", "At nine.");
        var seen = version(id);
        browser.post(row(id), "question", "Open?", "answer", "At ten.", "version", seen);

        var late =
                browser.post(row(id), "question", "Open?", "answer", "At eleven.", "version", seen);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body())
                .contains("Somebody else has changed this", "At ten.", ">\nAt eleven.</textarea>");
        var again =
                browser.post(
                        row(id),
                        "question",
                        "Open?",
                        "answer",
                        "At eleven.",
                        "version",
                        found(VERSION, late.body()));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("At eleven.");
    }

    @Test
    void doesNotForgetWhatWasSeenWhenItRefuses() {
        var id = add("Open?", "At nine.");
        var seen = version(id);
        browser.post(row(id), "question", "Open?", "answer", "At ten.", "version", seen);

        var refused = browser.post(row(id), "question", "Open?", "answer", "", "version", seen);
        assertThat(refused.status()).isEqualTo(422);
        var again =
                browser.post(
                        row(id),
                        "question",
                        "Open?",
                        "answer",
                        "At eleven.",
                        "version",
                        found(VERSION, refused.body()));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Somebody else has changed this", "At ten.");
    }

    @Test
    void leadsToTheSignInWithTheWholePage() {
        var part =
                new Browser(port)
                        .send(
                                HttpRequest.newBuilder(browser.at("/knowledge/list"))
                                        .header("HX-Request", "true")
                                        .build());

        assertThat(part.status()).isEqualTo(204);
        assertThat(part.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void putsBackWhatWasDeleted() {
        var id = add("Open?", "At nine.");

        var gone = browser.post(row(id) + "/removal");

        assertThat(gone.body()).contains("is deleted", "Undo", "At nine.");
        assertThat(browser.get(row(id)).status()).isEqualTo(404);
        var back =
                part("question", "Open?", "answer", "At nine.", "rights", "true", "again", "true");
        assertThat(back.body()).contains("At nine.").doesNotContain("new-pair");
    }

    @Test
    void showsWhatATableWouldDoAndThenDoesIt() {
        var seen = upload();

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body())
                .contains(
                        "2 questions are added",
                        "2 lines have errors",
                        "A question and an answer are both needed.",
                        "The same question stands in line 2 already.")
                .containsPattern("value=\"QUESTION\" selected")
                .containsPattern("value=\"ANSWER\" selected");
        assertThat(browser.get("/knowledge/questions?bot=" + bot).body()).doesNotContain("Skipper");
        var file = found(SEEN, seen.body());
        assertThat(upload("act", "IMPORT", "seen", file).status())
                .as("not without the right")
                .isEqualTo(422);

        var done = upload("act", "IMPORT", "rights", "true", "seen", file);

        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get(done.header("Location")).body())
                .contains("2 questions were imported", "Skipper.", "=1+1?");
        var exported = browser.get("/knowledge/questions/export.csv?bot=" + bot);
        assertThat(exported.body()).contains("'=1+1?,Two.,").contains("Who is the dog?,Skipper.,");
    }

    @Test
    void takesNoFileThatWasNotShown() {
        var unseen =
                upload(
                        "act",
                        "IMPORT",
                        "rights",
                        "true",
                        "seen",
                        "another",
                        "column",
                        "ANSWER",
                        "column",
                        "QUESTION");

        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.body())
                .contains("You have not seen yet what becomes of this table.")
                .contains("2 questions are added");
        assertThat(browser.get("/knowledge/questions?bot=" + bot).body()).doesNotContain("Skipper");
        var turned =
                upload(
                        "seen",
                        found(SEEN, unseen.body()),
                        "column",
                        "ANSWER",
                        "column",
                        "QUESTION",
                        "head",
                        "true");
        assertThat(turned.body()).contains("3 questions are added");
    }

    @Test
    void givesTheErrorsBackAsATable() {
        var errors =
                browser.upload(
                        "/knowledge/questions/import/errors",
                        List.of("bot", bot),
                        "q.csv",
                        TABLE.getBytes(StandardCharsets.UTF_8));

        assertThat(errors.header("Content-Type")).startsWith("text/csv");
        assertThat(errors.body().lines())
                .containsExactly(
                        "\uFEFFline,question,answer,phrasings,error",
                        "3,Empty?,,,A question and an answer are both needed.",
                        "5,who is the dog,Rex.,,The same question stands in line 2 already.");
    }

    @Test
    void refusesWhatIsNoTableInOneSentence() {
        var refused =
                browser.upload(
                        "/knowledge/questions/import",
                        List.of("bot", bot),
                        "q.csv",
                        new byte[] {'P', 'K', 3, 4, 0});

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is no table that can be read");
        assertThat(
                        browser.upload(
                                        "/knowledge/questions/import",
                                        List.of("bot", bot),
                                        "",
                                        new byte[0])
                                .body())
                .contains("Choose a table first.");
    }

    private Browser.Page upload(String... more) {
        var fields = new java.util.ArrayList<>(List.of("bot", bot));
        fields.addAll(List.of(more));
        return browser.upload(
                "/knowledge/questions/import",
                fields,
                "q.csv",
                TABLE.getBytes(StandardCharsets.UTF_8));
    }

    private String add(String question, String answer) {
        return found(ROW, part("question", question, "answer", answer, "rights", "true").body());
    }

    private String version(String id) {
        return found(VERSION, browser.get(row(id) + "/editing").body());
    }

    private static String row(String id) {
        return "/knowledge/questions/" + id;
    }

    private static String found(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    /** As htmx asks for a part of the page. */
    private Browser.Page part(String... fields) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        var page = browser.get("/knowledge/questions?add=question&bot=" + bot).body();
        var body = new StringBuilder("bot=" + bot + "&_csrf=" + encoded(found(token, page)));
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return browser.send(
                HttpRequest.newBuilder(browser.at("/knowledge/questions"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("HX-Request", "true")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
