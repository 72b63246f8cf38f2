package io.taros.policy;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.RateLimits;
import io.taros.policy.Routes.Route;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * P-13, P-14: Acme is filled through the front doors; then every route with an id in its address is
 * called as Globex, with every id Acme has. Each answer must be the one a made-up id gets, byte for
 * byte, hold nothing of Acme's, and leave Acme as it was.
 */
@TarosTest
class IsolationTest {
    private static final String CANARY = "zanzibarquokka";
    private static final String ORIGIN = "https://acme.example";

    private final Routes routes;
    private final Tenants tenants;
    private final CrossOrganization everything;
    private final RateLimits limits;
    private final JsonMapper json;
    private final Browser browser;
    private Tenant acme;
    private Tenant globex;
    private Filled ofAcme;
    private Filled ofGlobex;

    /** What an organization was filled with. */
    private record Filled(String bot, String source, String conversation, String token) {}

    IsolationTest(
            Routes routes,
            Tenants tenants,
            CrossOrganization everything,
            RateLimits limits,
            JsonMapper json,
            @LocalServerPort int port) {
        this.routes = routes;
        this.tenants = tenants;
        this.everything = everything;
        this.limits = limits;
        this.json = json;
        browser = new Browser(port);
    }

    @BeforeEach
    void acmeAndGlobexAreHere() {
        acme = tenants.open("Acme");
        globex = tenants.open("Globex");
        ofAcme = fill(acme, CANARY);
        ofGlobex = fill(globex, "nothing special");
        browser.signIn(globex.email(), Tenants.PASSWORD);
    }

    @Test
    void answersToTheIdsOfAnotherOrganizationAsToNone() {
        var ids = ids(acme.organization());
        assertThat(ids).hasSizeGreaterThan(3);
        var before = fingerprint(acme.organization());
        var differing = new ArrayList<String>();

        for (var route : routes.all()) {
            if (route.variables().isEmpty() || isPublicByDesign(route)) {
                continue;
            }
            var unknown = UUID.randomUUID().toString();
            var expected = seen(send(route, unknown), unknown);
            for (var id : ids) {
                var answer = send(route, id);
                assertThat(answer.body()).as("%s", route).doesNotContain(CANARY);
                if (!seen(answer, id).equals(expected)) {
                    differing.add(
                            route + " with " + id + ": " + seen(answer, id) + " not " + expected);
                }
            }
        }

        assertThat(differing).isEmpty();
        assertThat(fingerprint(acme.organization())).isEqualTo(before);
    }

    /** One organization, two bots, and somebody who is limited to the second. */
    @Test
    void showsAMemberNothingBeyondTheBotsTheyAreLimitedTo() {
        var ids = ids(acme.organization());
        var second = fill(acme, "nothing special");
        var email = tenants.limited(acme.organization(), Role.ADMIN, UUID.fromString(second.bot()));
        browser.signIn(email, Tenants.PASSWORD);
        var before = fingerprint(acme.organization());
        var asked = 0;

        for (var route : routes.all()) {
            if (!route.isPage()) {
                continue;
            }
            if (route.variables().isEmpty() && route.method().equals("GET")) {
                assertThat(send(route, "").body()).as("%s", route).doesNotContain(CANARY);
            }
            if (route.variables().isEmpty() || isPublicByDesign(route)) {
                continue;
            }
            var unknown = UUID.randomUUID().toString();
            var expected = seen(send(route, unknown), unknown);
            for (var id : ids) {
                assertThat(seen(send(route, id), id)).as("%s", route).isEqualTo(expected);
                asked++;
            }
        }
        for (var page : List.of("/bot", "/knowledge", "/inbox", "/insights", "/home")) {
            assertThat(browser.get(page + "?bot=" + ofAcme.bot()).body()).doesNotContain(CANARY);
            assertThat(browser.get(page).status()).as(page).isEqualTo(200);
        }

        assertThat(asked).isPositive();
        assertThat(fingerprint(acme.organization())).isEqualTo(before);
    }

    @Test
    void listsNothingOfAnotherOrganization() {
        for (var route : routes.all()) {
            if (route.variables().isEmpty() && route.method().equals("GET")) {
                assertThat(send(route, "").body()).as("%s", route).doesNotContain(CANARY);
            }
        }
    }

    /** The visitor channel from the other side: at Acme's door with a token of Globex's. */
    @Test
    void opensNoConversationOfAnotherBotWithATokenOfItsOwn() {
        var before = fingerprint(acme.organization());
        for (var route : routes.all()) {
            if (!route.isVisitors() || route.variables().size() < 2) {
                continue;
            }
            for (var conversation : List.of(ofAcme.conversation(), ofGlobex.conversation())) {
                var path = route.at(variable -> isKey(variable) ? key(ofAcme.bot()) : conversation);
                var answer = send(route, path, body());
                assertThat(answer.status()).as("%s", route).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(CANARY);
            }
        }
        assertThat(fingerprint(acme.organization())).isEqualTo(before);
    }

    /** Ids come in forms, queries and bodies, too. */
    @Test
    void looksNothingUpByIdsThatAreSentAlong() {
        var ids = ids(acme.organization());
        var before = fingerprint(acme.organization());
        var asked = new ArrayList<String>();
        for (var route : routes.all()) {
            for (var field : FormsTest.ids(route)) {
                asked.add(route + " " + field);
                var unknown = UUID.randomUUID().toString();
                var expected = seen(sendAlong(route, field, unknown), unknown);
                for (var id : ids) {
                    var answer = sendAlong(route, field, id);
                    assertThat(answer.body()).as("%s", route).doesNotContain(CANARY);
                    if (!field.equals("cursor")) {
                        assertThat(seen(answer, id)).as("%s %s", route, field).isEqualTo(expected);
                    }
                }
            }
        }

        assertThat(asked)
                .contains(
                        "POST /test/stream bot",
                        "GET /knowledge bot",
                        "GET /knowledge/list bot",
                        "GET /test/golden-questions bot",
                        "POST /test/golden-questions bot",
                        "POST /test/golden-questions/import bot",
                        "POST /test/golden-questions/runs bot",
                        "GET /bot/draft bot",
                        "POST /bot/draft bot",
                        "POST /bot/draft/gate bot",
                        "POST /bot/draft/golden-runs bot",
                        "POST /bot/draft/publication bot",
                        "POST /bot/draft/override bot",
                        "POST /bot/draft/discard bot",
                        "GET /test/golden-questions/proposals bot",
                        "POST /test/golden-questions/proposals bot",
                        "POST /test/golden-questions/nights bot",
                        "GET /test/calibration bot",
                        "POST /test/calibration/removal bot",
                        "POST /widget/v1/{publicKey}/conversations/{id}/rating messageId");
        assertThat(fingerprint(acme.organization())).isEqualTo(before);
    }

    /** One's own address, with somebody else's id in the request. */
    private Browser.Page sendAlong(Route route, String field, String id) {
        var path = route.at(this::mine);
        if (route.method().equals("GET")) {
            return send(route, path + "?" + field + "=" + id, "");
        }
        if (route.isPage()) {
            limits.reset();
            var values = FormsTest.sensible(route, ofGlobex.bot());
            values.put("question", "Who is the zanzibar?");
            values.put(field, id);
            return browser.post(path, FormsTest.pairs(values));
        }
        return send(
                route,
                path,
                body().replaceFirst("}\\s*$", ", \"%s\": \"%s\"}".formatted(field, id)));
    }

    private String mine(String variable) {
        return switch (variable) {
            case "publicKey" -> key(ofGlobex.bot());
            case "bot" -> ofGlobex.bot();
            default -> ofGlobex.conversation();
        };
    }

    @Test
    void repeatsNoAnswerToAnotherOrganizationThatUsesTheSameIdempotencyKey() {
        var first = addBot(acme, "{\"name\": \"Robin " + CANARY + "\"}");
        var second = addBot(globex, "{\"name\": \"Robin " + CANARY + "\"}");

        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEmpty();
        assertThat(text(second, "id")).isNotEqualTo(text(first, "id"));
    }

    private Browser.Page addBot(Tenant tenant, String body) {
        return browser.send(
                HttpRequest.newBuilder(browser.at("/api/v1/bots"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + tenant.apiKey())
                        .header("Idempotency-Key", "the same")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    @Test
    void findsAcmesOwnWordsForAcme() {
        var page =
                browser.rest(
                        "POST",
                        "/api/v1/bots/" + ofAcme.bot() + "/answers",
                        acme.apiKey(),
                        "{\"question\": \"Who is " + CANARY + "?\"}");
        var foreign =
                browser.rest(
                        "POST",
                        "/api/v1/bots/" + ofGlobex.bot() + "/answers",
                        globex.apiKey(),
                        "{\"question\": \"Who is the " + CANARY.substring(0, 8) + "?\"}");

        assertThat(page.body()).contains(CANARY);
        assertThat(foreign.body()).doesNotContain(CANARY);
    }

    /** A bot's public key is there to be published; what hangs below it is checked with its ids. */
    private static boolean isPublicByDesign(Route route) {
        return route.variables().equals(List.of("publicKey"));
    }

    private Browser.Page send(Route route, String id) {
        return send(
                route, route.at(variable -> isKey(variable) ? key(ofGlobex.bot()) : id), body());
    }

    private static boolean isKey(String variable) {
        return variable.equals("publicKey");
    }

    /** As Globex, with everything that proves it: a session, an API key, a visitor's token. */
    private Browser.Page send(Route route, String path, String body) {
        limits.reset();
        if (route.isPage() && !route.method().equals("GET")) {
            return browser.submit(route.method(), path);
        }
        var request =
                HttpRequest.newBuilder(browser.at(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("Origin", ORIGIN)
                        .method(
                                route.method(),
                                route.method().equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (route.isApi()) {
            request.header("Authorization", "Bearer " + globex.apiKey());
        }
        if (route.isVisitors()) {
            request.header("Authorization", "Bearer " + ofGlobex.token());
        }
        return browser.send(request.build());
    }

    /** Something every route can make sense of, so that it gets as far as looking the id up. */
    private static String body() {
        return """
        {"name": "Robin", "type": "text", "title": "T", "text": "Some text.", "question": "What?", "answer": "That.",
         "clientId": "%s", "rating": "up", "email": "ada@globex.example", "message": "Hello"}
        """
                .formatted(UUID.randomUUID());
    }

    private static String seen(Browser.Page page, String id) {
        return page.status()
                + " "
                + page.header("Location").replace(id, "ID")
                + " "
                + page.body()
                        .replace(id, "ID")
                        .replaceAll("nonce=\"[^\"]+\"", "nonce")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "csrf");
    }

    private Filled fill(Tenant tenant, String word) {
        var bot =
                text(
                        browser.rest(
                                "POST",
                                "/api/v1/bots",
                                tenant.apiKey(),
                                """
                                {"name": "Robin %s", "allowedOrigins": ["%s"]}
                                """
                                        .formatted(word, ORIGIN)),
                        "id");
        var source = teach(tenant, bot, word);
        var conversation = visit(bot, "", "", "{}");
        var filled = new Filled(bot, source, text(conversation, "id"), text(conversation, "token"));
        chat(tenant, filled, word);
        hold(tenant, bot, word);
        draft(tenant, bot, word);
        // What was counted is added up by itself sooner or later; here before it is looked at.
        browser.rest("GET", "/api/v1/insights?bot=" + bot, tenant.apiKey(), "");
        return filled;
    }

    private void draft(Tenant tenant, String bot, String word) {
        var path = "/api/v1/bots/" + bot;
        var settings = "{\"instructions\": \"Think of %s.\"}".formatted(word);
        done(browser.rest("PUT", path + "/draft", tenant.apiKey(), "{}"));
        done(browser.rest("PUT", path, tenant.apiKey(), settings));
        done(browser.rest("POST", path + "/draft/golden-runs", tenant.apiKey(), "{}"));
        everyRunIsOver(tenant);
    }

    private static void done(Browser.Page answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private void hold(Tenant tenant, String bot, String word) {
        var path = "/api/v1/bots/" + bot;
        var question = "{\"question\": \"What does %s eat?\"}".formatted(word);
        for (var call : List.of("/golden-questions " + question, "/golden-runs {}")) {
            var sent = call.split(" ", 2);
            var answer = browser.rest("POST", path + sent[0], tenant.apiKey(), sent[1]);
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
        }
        everyRunIsOver(tenant);
    }

    private void everyRunIsOver(Tenant tenant) {
        var organization = tenant.organization();
        eventually(() ->
                assertThat(count("golden_run", organization, "status <> 'FINISHED'")).isZero());
    }

    private String teach(Tenant tenant, String bot, String word) {
        var source =
                text(
                        browser.rest(
                                "POST",
                                "/api/v1/bots/" + bot + "/sources",
                                tenant.apiKey(),
                                """
                                {"type": "text", "title": "About %1$s", "text": "%1$s is the animal of our house. It eats apples."}
                                """
                                        .formatted(word)),
                        "id");
        eventually(() ->
                assertThat(
                                text(
                                        browser.rest(
                                                "GET",
                                                "/api/v1/sources/" + source,
                                                tenant.apiKey(),
                                                ""),
                                        "status"))
                        .isEqualTo("ready"));
        return source;
    }

    private void chat(Tenant tenant, Filled filled, String word) {
        for (var said :
                List.of(
                        "messages {\"text\": \"What does %s eat?\", \"clientId\": \"c-1\"}",
                        "rating {\"rating\": \"up\", \"comment\": \"%s\"}",
                        "lead {\"email\": \"ada@acme.example\", \"message\": \"%s\"}")) {
            var call = said.formatted(word).split(" ", 2);
            var path = "/" + filled.conversation() + "/" + call[0];
            var answer = visit(filled.bot(), path, filled.token(), call[1]);
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
        }
        eventually(() ->
                assertThat(count("turn", tenant.organization(), "status = 'PENDING'")).isZero());
    }

    private Browser.Page visit(String bot, String path, String token, String body) {
        var channel = "/widget/v1/" + key(bot) + "/conversations";
        return browser.send(
                HttpRequest.newBuilder(browser.at(channel + path))
                        .header("Origin", ORIGIN)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private long count(String table, OrganizationId organization, String condition) {
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                "select count(*) from %s where organization_id = :id and %s"
                                        .formatted(table, condition))
                        .param("id", organization)
                        .query(Long.class)
                        .single());
    }

    private String key(String bot) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select public_key from bot where id = :id")
                        .param("id", UUID.fromString(bot))
                        .query(String.class)
                        .single());
    }

    private String text(Browser.Page page, String field) {
        assertThat(page.status()).as(page.body()).isLessThan(300);
        return json.readTree(page.body()).get(field).asString();
    }

    /** Every id in every row of an organization, whatever tables there are. */
    private List<String> ids(OrganizationId organization) {
        return everything.inTransaction(jdbc ->
                tables(jdbc).stream()
                        .filter(table -> !table.equals("audit_entry"))
                        .flatMap(table ->
                                jdbc
                                        .sql(
                                                """
                                                select distinct on (v.key) v.value from %s t,
                                                  jsonb_each_text(to_jsonb(t)) v
                                                where t.organization_id = :id and v.key <> 'organization_id'
                                                  and v.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                                order by v.key, v.value
                                                """
                                                        .formatted(table))
                                        .param("id", organization)
                                        .query(String.class)
                                        .list()
                                        .stream())
                        .distinct()
                        .toList());
    }

    /** Changes when anything of the organization changes; keys remember the day they were used. */
    private String fingerprint(OrganizationId organization) {
        return everything.inTransaction(jdbc -> {
            var all = new StringBuilder();
            for (var table : tables(jdbc)) {
                all.append(table)
                        .append(
                                jdbc.sql(
                                                """
                                                select coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
                                                from %s t where organization_id = :id
                                                """
                                                        .formatted(table))
                                        .param("id", organization)
                                        .query(String.class)
                                        .single());
            }
            return all.toString();
        });
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'organization_id'
                        order by 1
                        """)
                .query(String.class)
                .list();
    }
}
