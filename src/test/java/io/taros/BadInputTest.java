package io.taros;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.fetch.TestSite;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is one clear sentence, and the next request is served as ever. */
@TarosTest
class BadInputTest {
    private static final String TEXT = "The shop opens at nine on every weekday.";

    private final Tenants tenants;
    @LocalServerPort private int port;
    private RestCaller api;
    private Tenants.Tenant acme;
    private String bot;

    BadInputTest(Tenants tenants) {
        this.tenants = tenants;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        api = new RestCaller(installation(), acme.apiKey());
        bot = api.bot("Robin");
    }

    /** Nothing that was sent has broken what comes after it. */
    @AfterEach
    void isAsGoodAsEver() {
        var source = api.accepted(teach(Map.of("type", "text", "text", TEXT)));
        assertThat(api.finished(source).path("status").asString()).isEqualTo("ready");
        assertThat(api.get("/bots/" + bot).status()).isEqualTo(200);
    }

    @Nested
    class Files {
        @Test
        void withoutContentAreRefusedAtOnce() {
            assertThat(api.upload(bot, "a.pdf", new byte[0]).refusal(422))
                    .isEqualTo("The file is empty; choose another.");
        }

        @Test
        void thatAreLockedSaySo() throws IOException {
            assertThat(errorOf("locked.pdf", lockedPdf()))
                    .isEqualTo(
                            "The PDF asks for a password; give it on the page of the file, and it is read.");
        }

        @Test
        void withoutPagesOrWithoutTextSaySo() throws IOException {
            assertThat(errorOf("none.pdf", pdf(0)))
                    .isEqualTo(
                            "The PDF is damaged or incomplete; open it, save it again and add the new copy.");
            assertThat(errorOf("blank.pdf", pdf(1)))
                    .isEqualTo(
                            "No text was found in the PDF: it seems to be a scan. Whoever runs this installation can install Tesseract (tesseract-ocr), and scans are read; or run text recognition (OCR) on it and add the result.");
            assertThat(errorOf("cut.pdf", Arrays.copyOf(pdf(1), 100)))
                    .isEqualTo(
                            "The PDF is damaged or incomplete; open it, save it again and add the new copy.");
        }

        @Test
        void ofTwoHundredMegabytesAreRefusedUnread() throws IOException {
            var sentence = "A file may be at most 50 MB, and one upload 60 MB in all.";
            var path = "/bots/" + bot + "/sources";
            var type = "multipart/form-data; boundary=x";

            var told =
                    api.send(
                            "POST",
                            path,
                            type,
                            BodyPublishers.fromPublisher(
                                    BodyPublishers.ofInputStream(() -> big(200 << 20)), 200 << 20));
            assertThat(told.refusal(413)).isEqualTo(sentence);
            assertThat(chunked(path, type)).startsWith("HTTP/1.1 413").contains(sentence);
        }

        @Test
        void withAScriptForANameAreReadByTheirContent() {
            var taught =
                    api.upload(
                            bot,
                            "<img src=x onerror=alert(1)>\u202Egpj.txt",
                            "We open at eight.".getBytes(StandardCharsets.UTF_8));

            var browser = signedIn();
            var source = api.accepted(taught);
            assertThat(api.finished(source).path("status").asString()).isEqualTo("ready");
            for (var page : List.of("/knowledge", "/knowledge/sources/" + source)) {
                assertThat(browser.get(page).body())
                        .contains("&lt;img")
                        .doesNotContain("<img src=x");
            }
        }

        @Test
        void areAskedForWhenNoneCame() {
            assertThat(
                            api.send(
                                            "POST",
                                            "/bots/" + bot + "/sources",
                                            "multipart/form-data; boundary=x",
                                            BodyPublishers.ofString(
                                                    "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n"))
                                    .refusal(422))
                    .isEqualTo("Send the file as multipart/form-data, in a part named file.");
            assertThat(
                            api.send(
                                            "POST",
                                            "/bots/" + bot + "/sources",
                                            "multipart/form-data; boundary=x",
                                            BodyPublishers.ofString("--x\r\nContent"))
                                    .refusal(400))
                    .isEqualTo("The upload is not whole; send it again.");
        }

        /** Without saying how long it is, and going on after the answer, as some clients do. */
        private String chunked(String path, String type) throws IOException {
            try (var socket = new Socket("localhost", port)) {
                var out = socket.getOutputStream();
                out.write(
                        "POST /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
                                .formatted(path, acme.apiKey(), type)
                                .getBytes(StandardCharsets.US_ASCII));
                var body = big(200 << 20);
                try {
                    for (var part = body.readNBytes(1 << 20);
                            part.length > 0;
                            part = body.readNBytes(1 << 20)) {
                        out.write(
                                (Integer.toHexString(part.length) + "\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                        out.write(part);
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (SocketException refused) {
                    // Answered before the end.
                }
                return answerOn(socket);
            }
        }

        private String errorOf(String name, byte[] content) {
            var source = api.finished(api.accepted(api.upload(bot, name, content)));
            assertThat(source.path("status").asString()).isEqualTo("failed");
            return source.path("error").asString();
        }
    }

    @Nested
    class Texts {
        @Test
        void ofFiftyMegabytesAreRefused() {
            var body = "{\"type\": \"text\", \"text\": \"" + "word ".repeat(10 << 20) + "\"}";

            assertThat(api.post("/bots/" + bot + "/sources", body).refusal(413))
                    .isEqualTo("The body may have 16,384 kB at most.");
            assertThat(
                            api.send(
                                            "POST",
                                            "/bots/" + bot + "/sources",
                                            "application/json",
                                            BodyPublishers.ofInputStream(() -> stream(body)))
                                    .refusal(413))
                    .isEqualTo("The body may have 16,384 kB at most.");
            assertThat(
                            teach(Map.of("type", "text", "text", "word ".repeat(2_200_000)))
                                    .refusal(413))
                    .isEqualTo(
                            "A pasted text may be at most 10 MB; split it, or upload it as a file.");
        }

        @Test
        void loseOnlyWhatNobodyCanStore() {
            var taught =
                    teach(
                            "{\"type\": \"text\", \"title\": \"A\\u0000\\ud800\", \"text\": \"We\\u0000 open\\udc00 at \\ud83d\\ude00 nine.\"}");

            var source = api.accepted(taught);
            api.finished(source);
            var document = api.get("/sources/" + source + "/documents").json().path("data").path(0);
            assertThat(document.path("title").asString()).isEqualTo("A");
            assertThat(document.path("text").asString()).isEqualTo("We open at 😀 nine.");
        }

        @Test
        void ofNothingButThatAreEmpty() {
            assertThat(teach("{\"type\": \"text\", \"text\": \"\\u0000\\ud800\"}").refusal(422))
                    .isEqualTo("There is no text to learn from; paste some.");
            assertThat(
                            teach(
                                            "{\"type\": \"qa\", \"question\": \"\\u0000\", \"answer\": \"\\u0000\"}")
                                    .refusal(422))
                    .isEqualTo("A question and an answer are both needed.");
        }
    }

    @Nested
    class Addresses {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "ftp://shop.example/",
                    "javascript:alert(1)",
                    "file:///etc/passwd",
                    "http://",
                    "https://shop example/",
                    "https://shop.example:99999/",
                    "http://[::1"
                })
        void thatAreNoneAreRefusedAtOnce(String url) {
            for (var type : List.of("website", "sitemap")) {
                assertThat(teach(Map.of("type", type, "url", url)).refusal(422))
                        .isEqualTo("That is not a web address; write it like https://example.com.");
            }
        }

        @Test
        void mayLackTheirScheme() {
            var taught = teach(Map.of("type", "website", "url", "127.0.0.1:1/shop"));

            assertThat(taught.at("url")).isEqualTo("https://127.0.0.1:1/shop");
        }

        @Test
        void thatLeadIntoAPrivateNetworkFailWithoutAVisit() {
            try (var site = new TestSite()) {
                site.status("/robots.txt", 404)
                        .redirect("/", "http://169.254.169.254/latest/meta-data/");

                assertThat(errorOf(site.url("/"))).startsWith("The page leads to http://169.254");
                assertThat(errorOf("http://169.254.169.254/latest/meta-data/"))
                        .isEqualTo(
                                "169.254.169.254 leads to a private network, which is not read.");
            }
        }

        @Test
        void ofPagesInAnUnknownCharsetAreReadAsWellAsCanBe() {
            try (var site = new TestSite()) {
                site.status("/robots.txt", 404)
                        .bytes(
                                "/",
                                "text/html; charset=x-klingon",
                                "<title>Shop</title><p>We open at nine and close at five on every weekday."
                                        .getBytes(StandardCharsets.UTF_8));
                var source =
                        api.finished(
                                api.accepted(
                                        teach(Map.of("type", "website", "url", site.url("/")))));

                assertThat(source.path("status").asString()).isEqualTo("ready");
            }
        }

        private String errorOf(String url) {
            var source = api.finished(api.accepted(teach(Map.of("type", "website", "url", url))));
            assertThat(source.path("status").asString()).isEqualTo("failed");
            return source.path("error").asString();
        }
    }

    @Nested
    class Json {
        @Test
        void thatIsBrokenIsPointedAt() {
            assertThat(api.post("/bots", "{\"name\": \"Robin\"").refusal(400))
                    .isEqualTo("The body is not readable JSON; look at line 1, column 17.");
            for (var body : List.of("[]", "null", "7", "\"x\"")) {
                assertThat(api.post("/bots", body).refusal(400))
                        .isEqualTo("The body must be a JSON object.");
            }
            assertThat(api.call("POST", "/bots", "").refusal(400))
                    .isEqualTo("The body must be a JSON object.");
        }

        @Test
        void thatIsNestedTooDeeplyIsRefused() {
            var deep = "[".repeat(100_000);

            assertThat(api.post("/bots", "{\"name\": \"R\", \"x\": " + deep).refusal(400))
                    .startsWith("The JSON is nested too deeply");
        }

        @Test
        void ofTheWrongTypeNamesTheField() {
            refused("/bots", "{\"name\": {}}", "name", "text");
            refused("/bots", "{\"name\": \"R\", \"threshold\": \"high\"}", "threshold", "a number");
            refused(
                    "/bots",
                    "{\"name\": \"R\", \"allowedOrigins\": 1}",
                    "allowedOrigins",
                    "a list");
            refused("/bots", "{\"name\": \"R\", \"widget\": 1}", "widget", "an object");
            refused(answers(), "{\"question\": \"R\", \"stream\": []}", "stream", "true or false");
            refused(
                    answers(),
                    "{\"question\": \"R\", \"history\": [{\"text\": [1]}]}",
                    "history[0].text",
                    "text");
        }

        @Test
        void withHolesInItsListsIsRefused() {
            for (var body :
                    List.of(
                            "{\"name\": \"R\", \"allowedOrigins\": [null]}",
                            "{\"name\": \"R\", \"widget\": {\"suggestedQuestions\": [null]}}",
                            "{\"name\": \"R\", \"widget\": {\"texts\": {\"a\": null}}}")) {
                assertThat(api.post("/bots", body).refusal(422)).endsWith("leave it out.");
            }
            assertThat(
                            teach(
                                            "{\"type\": \"qa\", \"question\": \"a\", \"answer\": \"b\", \"phrasings\": [null]}")
                                    .refusal(422))
                    .contains("phrasings");
            assertThat(
                            api.post(answers(), "{\"question\": \"a\", \"history\": [null]}")
                                    .refusal(422))
                    .contains("history");
        }

        @Test
        void mayHoldFieldsNobodyKnowsButSetsNothingByThem() {
            var added =
                    api.post(
                            "/bots",
                            """
                            {"name": "R", "publicKey": "pk_mine", "id": "0198c0de-0000-7000-8000-000000000000",
                             "organizationId": "0198c0de-0000-7000-8000-000000000000", "no_such": {"deep": [1]}}
                            """);

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.at("publicKey")).isNotEqualTo("pk_mine");
            assertThat(added.at("id")).isNotEqualTo("0198c0de-0000-7000-8000-000000000000");
            assertThat(api.get("/bots/" + added.at("id")).status()).isEqualTo(200);
        }

        private void refused(String path, String body, String field, String kind) {
            var answer = api.post(path, body);
            assertThat(answer.refusal(422))
                    .isEqualTo("The field %s cannot take that value; it takes %s.", field, kind);
            assertThat(answer.at("field")).isEqualTo(field);
        }
    }

    @Nested
    class Values {
        @Test
        void thatCannotBeUsedAreNamed() {
            assertThat(api.post("/bots", Map.of("name", "R".repeat(10_000))).refusal(422))
                    .isEqualTo("Give the bot a name of at most 80 characters.");
            assertThat(api.post("/bots", Map.of()).refusal(422)).isEqualTo("Give the bot a name.");
            assertThat(teach(Map.of("type", "telepathy")).refusal(422))
                    .startsWith("The type must be website, page, sitemap, text, qa or api");
            assertThat(teach(Map.of()).refusal(422)).startsWith("The type must be");
        }

        @Test
        void areStoredWithoutWhatNobodyCanStore() {
            var added =
                    api.post(
                            "/bots",
                            """
                            {"name": "R\\u0000\\ud800obin", "instructions": "Be\\u0000 kind", "model": "m\\u0000",
                             "widget": {"greeting": "Hi\\u0000", "suggestedQuestions": ["a\\u0000"],
                                        "texts": {"title\\u0000": "b\\u0000"}}}
                            """);

            assertThat(added.status()).as(added.text()).isIn(201, 422);
            assertThat(api.post("/bots", "{\"name\": \"R\\u0000\\ud800obin\"}").at("name"))
                    .isEqualTo("Robin");
        }

        @Test
        void ofAQuestionAreBounded() {
            assertThat(api.post(answers(), Map.of("question", "a".repeat(100_000))).refusal(413))
                    .isEqualTo("The question is too long: at most 4,000 characters are taken.");
            assertThat(api.post(answers(), Map.of()).refusal(422)).isEqualTo("Write a question.");
            var odd =
                    api.post(
                            answers(),
                            "{\"question\": \"\\u0000When\\ud800 is it?\", \"language\": \"\\u0000\"}");
            assertThat(odd.at("outcome")).isEqualTo("unanswered");
        }
    }

    @Nested
    class Parameters {
        @Test
        void thatAreNoCursorAreRefused() {
            var source = api.accepted(teach(Map.of("type", "text", "text", TEXT)));
            for (var list :
                    List.of(
                            "/bots?cursor=",
                            "/bots/" + bot + "/sources?cursor=",
                            "/sources/" + source + "/documents?cursor=",
                            "/bots/" + bot + "/conversations?cursor=")) {
                for (var cursor : List.of("none", "%00", "bm9uZS9ub25l", "0198c0de-0000")) {
                    assertThat(api.get(list + cursor).refusal(422))
                            .matches("Send (the )?cursor as it was given\\.");
                }
            }
        }

        @Test
        void thatAreNoNumberAreRefused() {
            for (var limit : List.of("many", "99999999999", "1.5")) {
                var answer = api.get("/bots?limit=" + limit);
                assertThat(answer.refusal(422)).isEqualTo("Write limit as a whole number.");
                assertThat(answer.at("field")).isEqualTo("limit");
            }
            assertThat(api.get("/bots?limit=-5").json().path("data").size()).isEqualTo(1);
        }

        @Test
        void namedByNoIdFindNothing() {
            for (var path :
                    List.of("/bots/7", "/bots/%20", "/sources/none/documents", "/sources/none")) {
                assertThat(api.get(path).refusal(404)).isEqualTo("There is nothing here.");
            }
        }
    }

    @Nested
    class Requests {
        @Test
        void inAnotherMethodOrTypeSayWhatIsTaken() {
            var method = api.call("PATCH", "/bots/" + bot, "{}");
            assertThat(method.refusal(405))
                    .isEqualTo("This address takes DELETE, GET, PUT, not PATCH.");
            assertThat(method.header("Allow")).contains("GET", "PUT", "DELETE");
            assertThat(api.call("BREW", "/bots", "").refusal(405)).isNotBlank();

            var type = api.send("POST", "/bots", "text/xml", BodyPublishers.ofString("<a/>"));
            assertThat(type.refusal(415)).isEqualTo("Send the body as application/json.");
            assertThat(api.send(api.to("/bots").header("Accept", "image/png")).refusal(406))
                    .isNotBlank();
            assertThat(api.get("/no-such").refusal(404)).isEqualTo("There is nothing here.");
        }

        @Test
        void thatAreMalformedAreRefusedInTheSameShape() throws IOException {
            for (var request :
                    List.of(
                            "GET /api/v1/bots/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                            "GET /api/v1/bots/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                            "GET /api/v1/bots/..%2f HTTP/1.1\r\nHost: localhost\r\n\r\n",
                            "GET /api/v1/bots;a=b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                            "GET /api/v1/bots?cursor=%ff HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + acme.apiKey()
                                    + "\r\n\r\n",
                            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                            "GET / HTTP/1.1\r\nHost: localhost\r\nX: "
                                    + "a".repeat(20_000)
                                    + "\r\n\r\n",
                            "GET / HTTP/1.1\r\n\r\n",
                            "HELO\r\n\r\n")) {
                var answer = exchange(request);
                assertThat(answer)
                        .as(request.substring(0, Math.min(80, request.length())))
                        .startsWith("HTTP/1.1 4")
                        .contains("application/problem+json", "\"detail\":\"")
                        .doesNotContain("127.0.0.1", "aaaaaaaa", "<html");
            }
        }

        @Test
        void doNotTellWhereTheyCameFrom() {
            // A request that fails on our side would name the number it is found under in the log.
            assertThat(signedIn().get("/bot?bot=%ff").body()).doesNotContain("127.0.0.1");
        }

        private String exchange(String request) throws IOException {
            try (var socket = new Socket("localhost", port)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                return answerOn(socket);
            }
        }
    }

    @Nested
    class Visitors {
        @Test
        void areToldWhatIsWrong() {
            var visitor = visitor();

            assertThat(detail(visitor, "/messages", "{\"text\": [], \"clientId\": \"1\"}"))
                    .isEqualTo("The field text cannot take that value; it takes text.");
            assertThat(detail(visitor, "/messages", "{\"text\": \"\\u0000\", \"clientId\": \"1\"}"))
                    .isEqualTo("Write a message first.");
            assertThat(detail(visitor, "/rating", "{\"rating\": \"up\", \"messageId\": \"1\"}"))
                    .isEqualTo(
                            "The field messageId cannot take that value; it takes an id as it was given.");
            assertThat(detail(visitor, "/lead", "{\"email\": \"nobody\"}"))
                    .isEqualTo("Write the e-mail address like name@example.com.");
        }

        @Test
        void mayWriteWhatNobodyCanStore() {
            var visitor = visitor();

            var said = visitor.post("Hello\u0000 there\ud83d\ude00", "c\u0000-1");
            assertThat(said.statusCode()).as(said.body()).isEqualTo(202);
            assertThat(visitor.call("GET", "/export", "").body()).contains("Hello there😀");
            assertThat(
                            visitor.call(
                                            "POST",
                                            "/lead",
                                            "{\"email\": \"ada@shop.example\", \"name\": \"A\\u0000\\ud800da\"}")
                                    .statusCode())
                    .isEqualTo(201);
        }

        private Visitor visitor() {
            return Visitor.start(
                    URI.create(installation()), api.get("/bots/" + bot).at("publicKey"));
        }

        private String detail(Visitor visitor, String path, String body) {
            var answer = visitor.call("POST", path, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            return tools.jackson.databind.json.JsonMapper.shared()
                    .readTree(answer.body())
                    .path("detail")
                    .asString();
        }
    }

    @Nested
    class Forms {
        @Test
        void areShownAgainWithOneSentence() {
            var browser = signedIn();
            browser.get("/knowledge?add=text");

            assertThat(teachByForm(browser, "way", "WEBSITE", "url", "ftp://shop.example"))
                    .contains("That is not a web address; write it like https://example.com.");
            assertThat(teachByForm(browser, "way", "TEXT", "title", "\u0000", "text", "\u0000"))
                    .contains("Please fill this in.");
            assertThat(teachByForm(browser)).contains("Please fill this in.");
            assertThat(teachByForm(browser, "way", "MAGIC")).contains("Send way as it was given.");
        }

        @Test
        void areRefusedInDanishToo() {
            var browser = signedIn().speaking("da");
            browser.get("/bot");

            var refused =
                    browser.post(
                            "/bot",
                            "bot",
                            bot,
                            "name",
                            "R".repeat(100),
                            "language",
                            "da",
                            "threshold",
                            "60");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("Giv botten et navn på højst 80 tegn.");
        }

        @Test
        void ofPeopleWhoAreNotSignedInAreBoundedToo() {
            var browser = new Browser(port);
            browser.get("/sign-in");

            var odd = browser.post("/sign-in", "email", "a\u0000@b.example", "password", "\u0000");
            assertThat(odd.status()).isLessThan(500);
            var large = browser.post("/sign-in", "email", "a".repeat(300_000), "password", "b");
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.header("Content-Type")).startsWith("text/html");
            assertThat(large.body()).contains("The body may have 256 kB at most.");
            assertThat(browser.get("/sign-in?email=%ff").status()).isLessThan(500);
        }

        @Test
        void takeALongTextAndRefuseATooLongOne() {
            var browser = signedIn();
            browser.get("/knowledge?add=text");

            assertThat(
                            browser.upload(
                                            "/knowledge/sources",
                                            textForm(TEXT.repeat(25_000)),
                                            "",
                                            new byte[0])
                                    .status())
                    .isEqualTo(303);
            var refused =
                    browser.upload(
                            "/knowledge/sources",
                            textForm("word ".repeat(2_200_000)),
                            "",
                            new byte[0]);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("A pasted text may be at most 10 MB");
            var beyond =
                    browser.upload(
                            "/knowledge/sources",
                            textForm("word ".repeat(4_000_000)),
                            "",
                            new byte[0]);
            assertThat(beyond.status()).isEqualTo(413);
            assertThat(beyond.header("Content-Type")).startsWith("text/html");
            assertThat(beyond.body()).contains("A file may be at most 50 MB");
        }

        @Test
        void withFilesSayWhatIsWrongWithThem() {
            var browser = signedIn();
            browser.get("/knowledge?add=files");
            var form = List.of("way", "FILES", "rights", "true", "bot", bot);

            assertThat(browser.upload("/knowledge/sources", form, "", new byte[0]).body())
                    .contains("Choose at least one file.");
            assertThat(browser.upload("/knowledge/sources", form, "a.txt", new byte[0]).body())
                    .contains("The file is empty; choose another.");
            var large = browser.upload("/knowledge/sources", form, "a.txt", new byte[70 << 20]);
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.body())
                    .contains("A file may be at most 50 MB, and one upload 60 MB in all.");
            var aLittle = browser.upload("/knowledge/sources", form, "a.txt", new byte[51 << 20]);
            assertThat(aLittle.status()).isEqualTo(413);
            assertThat(aLittle.body()).contains("A file may be at most 50 MB");
        }

        private List<String> textForm(String text) {
            return List.of("way", "TEXT", "title", "T", "text", text, "rights", "true", "bot", bot);
        }

        private String teachByForm(Browser browser, String... fields) {
            var all = new java.util.ArrayList<>(List.of(fields));
            all.addAll(List.of("rights", "true", "bot", bot));
            var page = browser.post("/knowledge/sources", all.toArray(String[]::new));
            assertThat(page.status()).as(page.body()).isEqualTo(422);
            return page.body();
        }
    }

    private Browser signedIn() {
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/home");
        return browser;
    }

    /** Up to the end of the problem document in it. */
    private static String answerOn(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        var answer = new ByteArrayOutputStream();
        var in = socket.getInputStream();
        while (!answer.toString(StandardCharsets.UTF_8).contains("\"type\"")) {
            var next = in.read();
            if (next < 0) {
                break;
            }
            answer.write(next);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private RestCaller.Answer teach(Object source) {
        return api.post("/bots/" + bot + "/sources", source);
    }

    private String answers() {
        return "/bots/" + bot + "/answers";
    }

    private String installation() {
        return "http://localhost:" + port;
    }

    private static InputStream stream(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of that size in a multipart body, made as it is read. */
    private static InputStream big(long size) {
        var head =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.pdf\"\r\n\r\n%PDF-1.7\n"
                        .getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                return at >= size ? -1 : at < head.length ? head[(int) at++] : dot();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (at >= size) {
                    return -1;
                }
                var count = 0;
                while (count < length && at < size) {
                    target[offset + count++] = (byte) read();
                }
                return count;
            }

            private int dot() {
                at++;
                return '.';
            }
        };
    }

    private static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] lockedPdf() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(
                    new StandardProtectionPolicy("owner", "visitor", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }
}
