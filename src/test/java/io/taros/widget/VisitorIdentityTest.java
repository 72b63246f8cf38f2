package io.taros.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.taros.organization.Tenants;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** P-11: a visitor has an identity only by the signed word of the website they are on. */
@TarosTest
class VisitorIdentityTest {
    private static final String ORIGIN = "https://shop.example";
    private static final Pattern SECRET = Pattern.compile("<code[^>]*>([\\w-]{43})</code>");

    private final Tenants tenants;
    private final CrossOrganization everything;
    private final JsonMapper json;
    private final Browser owner;
    private final int port;
    private Tenants.Tenant acme;
    private String bot;
    private String key;

    VisitorIdentityTest(
            Tenants tenants,
            CrossOrganization everything,
            JsonMapper json,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.everything = everything;
        this.json = json;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeHasABot() {
        acme = tenants.open("Acme");
        bot = bot(acme);
        key = key(bot);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/bot/identity?bot=" + bot);
    }

    @Test
    void knowsWhomTheWebsiteNames() throws Exception {
        var secret = secret();

        var started = start(token(secret, claims()));

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.body()).contains("\"identified\":true");
        say(started, "Hello");
        assertThat(owner.get("/inbox/" + text(started, "id")).body())
                .contains("Mette", "mette@fjord.example", "customer-4711");
        assertThat(stored()).doesNotContain("Mette", "customer-4711", "mette@");
    }

    @Test
    void takesNobodyForWhomTheyOnlySayToBe() throws Exception {
        var secret = secret();
        var foreign = "another secret of the same length as ours";
        var header = new JWSHeader(JWSAlgorithm.HS512);
        var strong = new SignedJWT(header, claims().build());
        strong.sign(new MACSigner((secret + secret).getBytes(StandardCharsets.UTF_8)));
        var altered = token(secret, claims()).split("\\.");

        for (var token :
                List.of(
                        "nonsense",
                        token(foreign, claims()),
                        new PlainJWT(claims().build()).serialize(),
                        strong.serialize(),
                        altered[0] + "." + altered[1] + "x." + altered[2],
                        token(secret, claims().subject(null)),
                        token(secret, claims().subject(" ")),
                        token(secret, claims().expirationTime(null)),
                        token(secret, claims().expirationTime(in(Duration.ofMinutes(-5)))),
                        token(secret, claims().expirationTime(in(Duration.ofDays(30)))),
                        token(secret, claims().notBeforeTime(in(Duration.ofMinutes(10)))))) {
            var started = start(token);
            assertThat(started.status()).as(token).isEqualTo(201);
            assertThat(started.body()).as(token).contains("\"identified\":false");
        }
    }

    @Test
    void believesTwoSecretsUntilOneIsRevoked() throws Exception {
        var first = secret();
        var second = secret();
        assertThat(owner.post("/bot/identity/secrets", "bot", bot).status()).isEqualTo(422);
        assertThat(start(token(first, claims())).body()).contains("\"identified\":true");
        assertThat(start(token(second, claims())).body()).contains("\"identified\":true");

        var page = owner.get("/bot/identity?bot=" + bot).body();
        var revocation =
                Pattern.compile("/bot/identity/secrets/[0-9a-f-]+/revocation").matcher(page);
        assertThat(revocation.find()).isTrue();
        owner.post(revocation.group(), "bot", bot);

        assertThat(start(token(first, claims())).body()).contains("\"identified\":false");
        assertThat(start(token(second, claims())).body()).contains("\"identified\":true");
    }

    @Test
    void letsNobodyElseWriteWhereABotAsksForIt() throws Exception {
        var before = start(null);
        assertThat(owner.post("/bot/identity", "bot", bot, "required", "true").body())
                .contains("Create a secret first");
        var secret = secret();
        owner.post("/bot/identity", "bot", bot, "required", "true");

        assertThat(start(null).status()).isEqualTo(422);
        assertThat(start("nonsense").body()).contains("signed in on its website");
        assertThat(say(before, "Hello").status()).isEqualTo(422);
        assertThat(call(before, "POST", "/handover", "").status()).isEqualTo(422);
        assertThat(call(before, "GET", "/export", "").status()).isEqualTo(200);
        assertThat(call(before, "DELETE", "", "").status()).isEqualTo(204);
        assertThat(say(start(token(secret, claims())), "Hello").status()).isEqualTo(202);
    }

    @Test
    void givesTheVisitorWhatIsKnownAndForgetsItWithTheChat() throws Exception {
        var started = start(token(secret(), claims()));
        say(started, "Hello");

        assertThat(call(started, "GET", "/export", "").body())
                .contains("\"subject\":\"customer-4711\"");
        call(started, "DELETE", "", "");

        assertThat(stored()).isEmpty();
    }

    /** A secret signs for its bot alone. */
    @Test
    void isNobodyAtTheBotOfAnotherOrganization() throws Exception {
        var secret = secret();
        var globex = tenants.open("Globex");
        key = key(bot(globex));

        assertThat(start(token(secret, claims())).body()).contains("\"identified\":false");
        var other = new Browser(port);
        other.signIn(globex.email(), Tenants.PASSWORD);
        other.get("/bot");
        assertThat(other.post("/bot/identity/secrets", "bot", bot).status()).isEqualTo(404);
        assertThat(other.post("/bot/identity", "bot", bot, "required", "true").status())
                .isEqualTo(404);
    }

    @Test
    void letsTagsThatAreSignedWinOverThosePagesSay() throws Exception {
        var secret = secret();

        assertThat(tags(token(secret, claims().claim("tags", List.of("Pro", "eu")))))
                .isEqualTo("pro,eu");
        assertThat(tags(token(secret, claims().claim("tags", "Pro, eu")))).isEqualTo("pro,eu");
        assertThat(tags(token(secret, claims().claim("tags", List.of())))).isEmpty();
        assertThat(tags(token(secret, claims()))).isEqualTo("guest");
        assertThat(tags(token("x".repeat(43), claims().claim("tags", List.of("pro")))))
                .isEqualTo("guest");
        assertThat(tags(null)).isEqualTo("guest");
    }

    /** Of a conversation that begins on a page which says "guest". */
    private String tags(@Nullable String identity) {
        var said =
                identity == null
                        ? Map.of("tags", "guest")
                        : Map.of("tags", "guest", "identity", identity);
        var started = send("POST", "", "", json.writeValueAsString(said));
        return everything.inTransaction(jdbc ->
                jdbc.sql(
                                "select array_to_string(knowledge_tags, ',') from conversation where id = :id::uuid")
                        .param("id", text(started, "id"))
                        .query(String.class)
                        .single());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("customer-4711")
                .claim("name", "Mette")
                .claim("email", "mette@fjord.example")
                .expirationTime(in(Duration.ofMinutes(10)));
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static String token(String secret, JWTClaimsSet.Builder claims) throws Exception {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        return token.serialize();
    }

    private String secret() {
        var page = owner.post("/bot/identity/secrets", "bot", bot).body();
        var secret = SECRET.matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        return secret.group(1);
    }

    private Browser.Page start(@Nullable String identity) {
        return send(
                "POST",
                "",
                "",
                identity == null ? "{}" : json.writeValueAsString(Map.of("identity", identity)));
    }

    private Browser.Page say(Browser.Page started, String text) {
        return call(
                started,
                "POST",
                "/messages",
                "{\"text\": \"%s\", \"clientId\": \"c-1\"}".formatted(text));
    }

    private Browser.Page call(Browser.Page started, String method, String path, String body) {
        return send(method, "/" + text(started, "id") + path, text(started, "token"), body);
    }

    private Browser.Page send(String method, String path, String token, String body) {
        var browser = new Browser(port);
        return browser.send(
                HttpRequest.newBuilder(browser.at("/widget/v1/" + key + "/conversations" + path))
                        .header("Origin", ORIGIN)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private String text(Browser.Page page, String field) {
        return json.readTree(page.body()).get(field).asString();
    }

    private String bot(Tenants.Tenant tenant) {
        var created =
                new Browser(port)
                        .rest(
                                "POST",
                                "/api/v1/bots",
                                tenant.apiKey(),
                                "{\"name\": \"Robin\", \"allowedOrigins\": [\"%s\"]}"
                                        .formatted(ORIGIN));
        return text(created, "id");
    }

    private String key(String id) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select public_key from bot where id = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .single());
    }

    private String stored() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select coalesce(string_agg(v::text, ''), '') from visitor_identity v")
                        .query(String.class)
                        .single());
    }
}
