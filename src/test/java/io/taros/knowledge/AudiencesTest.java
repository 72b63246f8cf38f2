package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.NotFound;
import io.taros.search.PassageId;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** For whose questions a source is used: everything over HTTP, as programs and people do it. */
@TarosTest
class AudiencesTest {
    private static final String QUESTION = "How long does delivery to Sweden take?";
    private static final String ANSWER = "three to five working days";

    private final Tenants tenants;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CrossOrganization everything;
    private final Audiences audiences;
    private final Mends mends;
    private final Browser owner;
    private final int port;
    private Tenants.Tenant acme;
    private String robin;
    private String wren;

    AudiencesTest(
            Tenants tenants,
            JsonMapper json,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CrossOrganization everything,
            Audiences audiences,
            Mends mends,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.json = json;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.everything = everything;
        this.audiences = audiences;
        this.mends = mends;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeHasTwoBots() {
        acme = tenants.open("Acme");
        robin = bot(acme, "Robin");
        wren = bot(acme, "Wren");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/knowledge");
    }

    @Nested
    class Tags {
        @Test
        void limitASourceToThoseWhoHaveOne() {
            var source = delivery(robin);
            assertThat(answered(robin)).isTrue();

            assertThat(
                            change(source, Map.of("tags", List.of(" Pro ", "EU")))
                                    .at("/tags")
                                    .toString())
                    .isEqualTo("[\"pro\",\"eu\"]");

            assertThat(answered(robin)).isFalse();
            assertThat(answered(robin, "guest")).isFalse();
            assertThat(answered(robin, "guest", "eu")).isTrue();
            assertThat(ask(robin, "PRO").at("/citations/0/sourceId").asString()).isEqualTo(source);
            change(source, Map.of("tags", List.of()));
            assertThat(answered(robin)).isTrue();
        }

        @Test
        void limitAnAnswerGivenWordForWord() {
            var pair = pair(robin, "Do you repair looms?", "Yes, in March.");
            change(pair, Map.of("tags", List.of("pro")));

            assertThat(ask(robin, "Do you repair looms?", List.of()).at("/answer").asString())
                    .doesNotContain("March");
            assertThat(ask(robin, "Do you repair looms?", List.of("pro")).at("/answer").asString())
                    .contains("March");
        }

        @Test
        void holdForAWholeConversationAndForWhatIsSuggestedInIt() {
            change(delivery(robin), Map.of("tags", List.of("pro")));
            var stranger = visitor(Map.of());
            var professional = visitor(Map.of("tags", "Guest, Pro"));

            assertThat(reply(stranger, "1")).doesNotContain(ANSWER);
            for (var time : List.of("1", "2")) {
                assertThat(reply(professional, time)).contains(ANSWER);
            }
            assertThat(suggested(stranger)).doesNotContain(ANSWER);
            assertThat(suggested(professional)).contains(ANSWER);
            assertThat(owner.get("/inbox/" + professional.id()).body()).contains("guest, pro");
            assertThat(professional.call("GET", "/export", "").body())
                    .contains("\"knowledgeTags\":[\"guest\",\"pro\"]");
        }

        @Test
        void areRefusedInOneSentenceWhereTheyDoNotFit() {
            var source = delivery(robin);
            var many = IntStream.rangeClosed(1, 21).mapToObj(Integer::toString).toList();

            var tooMany = patch(source, Map.of("tags", many));
            var tooLong = patch(source, Map.of("tags", List.of("x".repeat(41))));
            var asked =
                    rest(
                            "POST",
                            "/bots/" + robin + "/answers",
                            Map.of("question", QUESTION, "tags", many));
            var typed = owner.post(audience(source), "tags", "x".repeat(41), "bots", wren);

            assertThat(tooMany.status()).isEqualTo(422);
            assertThat(tooMany.body())
                    .contains("There may be 20 tags at most, and these are 21. Take some away.");
            assertThat(tooLong.status()).isEqualTo(422);
            assertThat(asked.status()).isEqualTo(422);
            assertThat(typed.status()).isEqualTo(422);
            assertThat(typed.body())
                    .contains("A tag may have 40 characters at most.", "x".repeat(41), "checked");
            assertThat(source(source).at("/tags")).isEmpty();
            assertThat(source(source).at("/bots")).isEmpty();
        }

        @Test
        void areTypedOnAPageOfTheirOwn() {
            var source = delivery(robin);

            assertThat(owner.post(audience(source), "tags", "Pro, EU").status()).isEqualTo(303);

            assertThat(owner.get("/knowledge/sources/" + source).body())
                    .contains("Only for pro, eu");
            assertThat(owner.get("/knowledge?bot=" + robin).body()).contains("Only for pro, eu");
            assertThat(owner.get(audience(source)).body()).contains("value=\"pro, eu\"");
            assertThat(audited()).contains("source.changed");
        }

        @Test
        void keepAQuestionFromBeingProposedForWhatIsAskedWithoutTags() {
            var pair = pair(robin, "Do you repair looms?", "Yes, in March.");
            var proposals = "/test/golden-questions/proposals?bot=" + robin;
            assertThat(owner.get(proposals).body()).contains("Do you repair looms?");

            change(pair, Map.of("tags", List.of("pro")));

            assertThat(owner.get(proposals).body()).doesNotContain("Do you repair looms?");
        }

        @Test
        void areTriedInThePlayground() {
            change(delivery(robin), Map.of("tags", List.of("pro")));
            owner.get("/test?bot=" + robin);

            assertThat(owner.post("/test", "bot", robin, "question", QUESTION, "tags", "eu").body())
                    .doesNotContain(ANSWER);
            assertThat(
                            owner.post("/test", "bot", robin, "question", QUESTION, "tags", "Pro")
                                    .body())
                    .contains(ANSWER);
            assertThat(
                            owner.post(
                                            "/test",
                                            "bot",
                                            robin,
                                            "question",
                                            QUESTION,
                                            "tags",
                                            "x".repeat(41))
                                    .body())
                    .contains("A tag may have 40 characters at most.", QUESTION);
        }

        @Test
        void outliveAChangeOfThePairAndItsDeletion() {
            var pair = pair(robin, "Do you repair looms?", "Yes, in March.");
            change(pair, Map.of("tags", List.of("pro"), "bots", List.of(wren)));
            owner.get("/knowledge/questions?bot=" + robin);

            var deleted = owner.post("/knowledge/questions/" + pair + "/removal").body();
            assertThat(deleted)
                    .contains("name=\"tags\" value=\"pro\"", "name=\"bots\" value=\"" + wren);
            owner.post(
                    "/knowledge/questions",
                    "bot",
                    robin,
                    "question",
                    "Do you repair looms?",
                    "answer",
                    "Yes, in March.",
                    "rights",
                    "true",
                    "again",
                    "true",
                    "tags",
                    "pro",
                    "bots",
                    wren);

            var again = json(rest("GET", "/bots/" + robin + "/sources", null)).at("/data/0");
            assertThat(again.at("/tags/0").asString()).isEqualTo("pro");
            assertThat(again.at("/bots/0").asString()).isEqualTo(wren);
        }
    }

    @Nested
    class FurtherBots {
        @Test
        void answerFromASourceUntilItIsWithdrawn() {
            var source = delivery(robin);
            assertThat(answered(wren)).isFalse();

            assertThat(change(source, Map.of("bots", List.of(wren, robin))).at("/bots").toString())
                    .isEqualTo("[\"" + wren + "\"]");

            assertThat(ask(wren).at("/citations/0/sourceId").asString()).isEqualTo(source);
            assertThat(answered(robin)).isTrue();
            change(source, Map.of("bots", List.of()));
            assertThat(answered(wren)).isFalse();
            assertThat(answered(robin)).isTrue();
            assertThat(audited()).contains("source.shared", "source.withdrawn");
        }

        @Test
        void areBoundByItsTags() {
            change(delivery(robin), Map.of("bots", List.of(wren), "tags", List.of("pro")));

            assertThat(answered(wren)).isFalse();
            assertThat(answered(wren, "pro")).isTrue();
        }

        @Test
        void getNothingThatWaitsInADraft() {
            var source = delivery(robin);
            change(source, Map.of("bots", List.of(wren)));
            transactions("update source set standing = 'DRAFT'");
            assertThat(answered(wren)).isFalse();

            transactions("update source set standing = 'LEAVING'");

            assertThat(answered(wren)).isTrue();
        }

        @Test
        void showItWithoutOwningIt() {
            var source = delivery(robin);
            var pages = quota();
            assertThat(owner.get("/knowledge?bot=" + wren).body())
                    .doesNotContain("Also from other bots");

            assertThat(owner.post(audience(source), "tags", "", "bots", wren).status())
                    .isEqualTo(303);

            assertThat(owner.get("/knowledge?bot=" + wren).body())
                    .contains("Also from other bots", "/knowledge/sources/" + source, "Robin");
            assertThat(owner.get("/knowledge/sources/" + source).body())
                    .contains("One more bot uses it, too");
            assertThat(json(rest("GET", "/bots/" + wren + "/sources", null)).at("/data")).isEmpty();
            assertThat(quota()).isEqualTo(pages);
        }

        @Test
        void goAndLeaveNothingBehind() {
            var source = delivery(robin);
            change(source, Map.of("bots", List.of(wren)));

            assertThat(rest("DELETE", "/bots/" + wren, null).status()).isEqualTo(204);

            assertThat(source(source).at("/bots")).isEmpty();
            assertThat(answered(robin)).isTrue();
        }

        @Test
        void areOfTheSameOrganization() {
            var globex = tenants.open("Globex");
            var foreign = bot(globex, "Eve");
            var source = delivery(robin);

            assertThat(
                            patch(source, Map.of("bots", List.of(foreign), "tags", List.of("pro")))
                                    .status())
                    .isEqualTo(404);
            assertThat(
                            rest(
                                            globex,
                                            "PATCH",
                                            "/sources/" + source,
                                            Map.of("bots", List.of(foreign)))
                                    .status())
                    .isEqualTo(404);
            assertThat(owner.post(audience(source), "tags", "", "bots", foreign).status())
                    .isEqualTo(404);
            assertThat(source(source).at("/tags")).isEmpty();
            assertThat(answered(globex, foreign)).isFalse();
        }
    }

    @Nested
    class LimitedMembers {
        @Test
        void useWhatTheirBotIsLentAndChangeNothingOfIt() {
            var source = delivery(robin);
            change(source, Map.of("bots", List.of(wren)));
            var document =
                    json(rest("GET", "/sources/" + source + "/documents", null))
                            .at("/data/0/id")
                            .asString();
            var limited = limited(wren);

            assertThat(limited.get("/knowledge?bot=" + wren).body())
                    .contains("Also from other bots", "A bot that you do not see")
                    .doesNotContain("Robin", "/knowledge/sources/" + source);
            limited.get("/test?bot=" + wren);
            assertThat(limited.post("/test", "bot", wren, "question", QUESTION).body())
                    .contains(ANSWER);
            for (var path :
                    List.of(
                            "/knowledge/sources/" + source,
                            audience(source),
                            "/knowledge/documents/" + document,
                            "/knowledge/documents/" + document + "/text")) {
                assertThat(limited.get(path).status()).as(path).isEqualTo(404);
            }
            for (var what : List.of("reading", "removal", "leaving", "staying", "audience")) {
                var page = limited.post("/knowledge/sources/" + source + "/" + what, "tags", "x");
                assertThat(page.status()).as(what).isEqualTo(404);
            }
            assertThat(source(source).at("/tags")).isEmpty();
            assertThat(answered(wren)).isTrue();
        }

        @Test
        void writeNothingOfItWhateverTheCodeSays() {
            var source = delivery(robin);
            change(source, Map.of("bots", List.of(wren)));

            for (var statement :
                    List.of(
                            "update source set title = 'x'",
                            "update document set title = 'x'",
                            "update passage set text = 'x'",
                            "delete from passage",
                            "delete from document",
                            "delete from source")) {
                assertThat(limitedTo(wren, jdbc.sql(statement)::update)).as(statement).isZero();
            }
            for (var table : List.of("source", "document", "passage")) {
                var count = "select count(*) from " + table;
                assertThat(limitedTo(wren, jdbc.sql(count).query(Integer.class)::single))
                        .as(table)
                        .isPositive();
            }
        }

        @Test
        void readNothingOfItThatIsNotPublished() {
            change(delivery(robin), Map.of("bots", List.of(wren)));
            Supplier<Integer> look =
                    () -> {
                        var any =
                                jdbc.sql("select id from passage limit 1")
                                        .query(UUID.class)
                                        .single();
                        return mends.get(new PassageId(any)).position();
                    };

            assertThat(limitedTo(robin, look)).isZero();
            assertThatThrownBy(() -> limitedTo(wren, look)).isInstanceOf(NotFound.class);
        }

        @Test
        void leaveItWithBotsTheyDoNotSeeWhereAnotherTakesItsPlace() {
            var before = delivery(robin);
            change(before, Map.of("bots", List.of(wren), "tags", List.of("pro")));
            var after = pair(robin, "Do you repair looms?", "Yes, in March.");

            var lent =
                    limitedTo(
                            robin,
                            () -> {
                                audiences.give(id(before), id(after));
                                jdbc.sql("select set_config('taros.bots', '', true)")
                                        .query(String.class)
                                        .single();
                                return jdbc.sql(
                                                """
                                                select count(*) from source_share h join source s on s.id = h.source_id
                                                where s.id = :id and s.tags = '{pro}'
                                                """)
                                        .param("id", id(after))
                                        .query(Integer.class)
                                        .single();
                            });

            assertThat(lent).isOne();
        }

        @Test
        void shareWithBotsTheySeeAndLeaveTheOthersBe() {
            var third = bot(acme, "Owl");
            var source = delivery(robin);
            change(source, Map.of("bots", List.of(wren)));
            var limited = limited(robin, third);

            assertThat(limited.get(audience(source)).body()).contains("Owl").doesNotContain("Wren");
            assertThat(limited.post(audience(source), "tags", "", "bots", wren).status())
                    .isEqualTo(404);
            assertThat(limited.post(audience(source), "tags", "", "bots", third).status())
                    .isEqualTo(303);

            assertThat(source(source).at("/bots").toString()).contains(wren, third);
            assertThat(limited.post(audience(source), "tags", "").status()).isEqualTo(303);
            assertThat(source(source).at("/bots").toString()).contains(wren).doesNotContain(third);
        }
    }

    private static Source.Id id(String source) {
        return new Source.Id(UUID.fromString(source));
    }

    private Browser limited(String... bots) {
        var ids = Arrays.stream(bots).map(UUID::fromString).toArray(UUID[]::new);
        var browser = new Browser(port);
        browser.signIn(tenants.limited(acme.organization(), Role.ADMIN, ids), Tenants.PASSWORD);
        return browser;
    }

    private int limitedTo(String bot, Supplier<Integer> statement) {
        return Tenancy.callAs(
                acme.organization(),
                () ->
                        transactions.execute(status -> {
                            status.setRollbackOnly();
                            jdbc.sql("select set_config('taros.bots', :bots, true)")
                                    .param("bots", "{" + bot + "}")
                                    .query(String.class)
                                    .single();
                            return statement.get();
                        }));
    }

    private void transactions(String statement) {
        Tenancy.runAs(
                acme.organization(),
                () -> transactions.executeWithoutResult(status -> jdbc.sql(statement).update()));
    }

    private Visitor visitor(Map<String, String> about) {
        var key = json(rest("GET", "/bots/" + robin, null)).at("/publicKey").asString();
        return Visitor.start(URI.create("http://localhost:" + port + "/"), key, about);
    }

    private static String reply(Visitor visitor, String time) {
        return visitor.replyTo(visitor.say(QUESTION, time)).data().toString();
    }

    private String suggested(Visitor visitor) {
        owner.get("/inbox/" + visitor.id());
        return owner.post("/inbox/" + visitor.id() + "/suggestion").body();
    }

    private String bot(Tenants.Tenant tenant, String name) {
        return json(rest(
                        tenant,
                        "POST",
                        "/bots",
                        Map.of("name", name, "allowedOrigins", List.of("https://shop.example"))))
                .at("/id")
                .asString();
    }

    private String delivery(String bot) {
        return taught(
                bot,
                Map.of(
                        "type",
                        "text",
                        "title",
                        "Delivery",
                        "text",
                        "Delivery to Sweden takes three to five working days and costs 49 kroner."));
    }

    private String pair(String bot, String question, String answer) {
        return taught(bot, Map.of("type", "qa", "question", question, "answer", answer));
    }

    private String taught(String bot, Map<String, Object> body) {
        var id = json(rest("POST", "/bots/" + bot + "/sources", body)).at("/id").asString();
        eventually(() -> assertThat(source(id).at("/status").asString()).isEqualTo("ready"));
        return id;
    }

    private JsonNode source(String id) {
        return json(rest("GET", "/sources/" + id, null));
    }

    private Browser.Page patch(String source, Map<String, Object> body) {
        return rest("PATCH", "/sources/" + source, body);
    }

    private JsonNode change(String source, Map<String, Object> body) {
        var changed = patch(source, body);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        return json(changed);
    }

    private JsonNode ask(String bot, String... tags) {
        return ask(bot, QUESTION, List.of(tags));
    }

    private JsonNode ask(String bot, String question, List<String> tags) {
        return ask(acme, bot, question, tags);
    }

    private JsonNode ask(Tenants.Tenant tenant, String bot, String question, List<String> tags) {
        var body = Map.<String, Object>of("question", question, "tags", tags);
        var answer = rest(tenant, "POST", "/bots/" + bot + "/answers", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private boolean answered(String bot, String... tags) {
        return ask(bot, tags).at("/answer").asString().contains(ANSWER);
    }

    private boolean answered(Tenants.Tenant tenant, String bot) {
        return ask(tenant, bot, QUESTION, List.of()).at("/answer").asString().contains(ANSWER);
    }

    private static String audience(String source) {
        return "/knowledge/sources/" + source + "/audience";
    }

    private String quota() {
        var body = owner.get("/knowledge?bot=" + robin).body();
        return body.replaceAll("(?s).*?(\\d[\\d,.]* of 50,000).*", "$1");
    }

    private List<String> audited() {
        return everything.inTransaction(
                staff -> staff.sql("select action from audit_entry").query(String.class).list());
    }

    private Browser.Page rest(String method, String path, Map<String, Object> body) {
        return rest(acme, method, path, body);
    }

    private Browser.Page rest(
            Tenants.Tenant tenant, String method, String path, Map<String, Object> body) {
        return owner.rest(
                method,
                "/api/v1" + path,
                tenant.apiKey(),
                body == null ? "" : json.writeValueAsString(body));
    }

    private JsonNode json(Browser.Page page) {
        return json.readTree(page.body());
    }
}
