package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import io.taros.answering.model.ModelServer;
import io.taros.testing.Browser;
import io.taros.testing.Eventually;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product as packaged, running for all journeys, with Ada as its owner. Each journey makes a
 * bot of its own, so that none depends on what another did; the bot the dashboard shows first,
 * Robin, belongs to those that start with nothing.
 */
final class Installation implements AutoCloseable {
    static final String EMAIL = "ada@fjordglas.example";
    static final String PASSWORD = "three quiet otters";

    private static final Pattern TOKEN = Pattern.compile("<code>([^<…]{20,})</code>");
    private static final JsonMapper JSON = new JsonMapper();

    private final ModelServer model;
    private final RunningTaros running;
    private final Browser owner;
    private final String apiKey;

    /** A bot that a journey has for itself. */
    record Bot(String id, String publicKey) {}

    private Installation(ModelServer model, RunningTaros running, Browser owner, String apiKey) {
        this.model = model;
        this.running = running;
        this.owner = owner;
        this.apiKey = apiKey;
    }

    static Installation start() {
        var model = new ModelServer();
        var running =
                RunningTaros.start(
                        TestInstallation.freshDirectory().toAbsolutePath(),
                        "--taros.database.embedded-durable=false",
                        "--taros.models.compatible.base-url=" + model.baseUrl());
        var owner = new Browser(running.url());
        var invitation = URI.create(running.invitation());
        owner.get(invitation.getPath() + "?" + invitation.getQuery());
        var created =
                owner.post(
                        "/welcome",
                        "code",
                        invitation.getQuery().substring("code=".length()),
                        "name",
                        "Ada",
                        "email",
                        EMAIL,
                        "password",
                        PASSWORD,
                        "organization",
                        "Fjordglas",
                        "age",
                        "true");
        assertThat(created.status()).isEqualTo(303);
        owner.get("/home");
        var installation = new Installation(model, running, owner, newKey(owner));
        installation.giveWriter(installation.robin(), "none");
        return installation;
    }

    /** What writes for the bots that have a writer. */
    ModelServer model() {
        return model;
    }

    String url(String path) {
        return running.url() + path;
    }

    /** The owner's, for another browser. */
    List<Cookie> session() {
        return owner.cookies().getCookieStore().getCookies().stream()
                .map(cookie ->
                        new Cookie(cookie.getName(), cookie.getValue()).setUrl(running.url()))
                .toList();
    }

    Bot robin() {
        return bot(rest("GET", "/bots", null).path("data").path(0));
    }

    /** It quotes, until it is given a writer. */
    Bot newBot(String name, String... allowedOrigins) {
        return bot(
                rest(
                        "POST",
                        "/bots",
                        Map.of(
                                "name",
                                name,
                                "provider",
                                "none",
                                "allowedOrigins",
                                List.of(allowedOrigins))));
    }

    void giveWriter(Bot bot, String provider) {
        rest("PUT", "/bots/" + bot.id(), Map.of("provider", provider));
    }

    /** Returns the source's id while it is being read. */
    String sendTo(String website, Bot bot) {
        return rest(
                        "POST",
                        "/bots/%s/sources".formatted(bot.id()),
                        Map.of("type", "website", "url", website))
                .path("id")
                .asString();
    }

    /** Returns the source's id when it can be asked about. */
    String teach(Bot bot, String title, String text) {
        var source =
                rest(
                        "POST",
                        "/bots/%s/sources".formatted(bot.id()),
                        Map.of("type", "text", "title", title, "text", text));
        var id = source.path("id").asString();
        Eventually.eventually(() ->
                assertThat(rest("GET", "/sources/" + id, null).path("status").asString())
                        .isEqualTo("ready"));
        return id;
    }

    void forgetEverythingTaughtTo(Bot bot) {
        for (var source : rest("GET", "/bots/%s/sources".formatted(bot.id()), null).path("data")) {
            rest("DELETE", "/sources/" + source.path("id").asString(), null);
        }
    }

    /** Who spoke, in turn. */
    List<String> rolesOfTheOnlyConversation(Bot bot) {
        var conversations = rest("GET", "/bots/%s/conversations".formatted(bot.id()), null);
        assertThat(conversations.path("data").size()).isEqualTo(1);
        var id = conversations.path("data").path(0).path("id").asString();
        return rest("GET", "/conversations/%s/messages".formatted(id), null)
                .path("data")
                .valueStream()
                .map(message -> message.path("role").asString())
                .toList();
    }

    /** What a program with this key is answered. */
    int statusWith(String key, String path) {
        return owner.rest("GET", "/api/v1" + path, key, "").status();
    }

    /** Answers like a program with a key would get. */
    JsonNode rest(String method, String path, Object body) {
        var answer =
                owner.rest(
                        method,
                        "/api/v1" + path,
                        apiKey,
                        body == null ? "" : JSON.writeValueAsString(body));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        running.close();
        model.close();
    }

    private static Bot bot(JsonNode json) {
        return new Bot(json.path("id").asString(), json.path("publicKey").asString());
    }

    private static String newKey(Browser owner) {
        owner.get("/settings/api-keys");
        var shown =
                owner.post(
                        "/settings/api-keys",
                        "name",
                        "Journeys",
                        "scopes",
                        "bots:read",
                        "scopes",
                        "bots:write",
                        "scopes",
                        "sources:read",
                        "scopes",
                        "sources:write",
                        "scopes",
                        "conversations:read",
                        "scopes",
                        "golden:read",
                        "scopes",
                        "golden:write");
        var token = TOKEN.matcher(shown.body());
        assertThat(token.find()).as(shown.body()).isTrue();
        return token.group(1);
    }
}
