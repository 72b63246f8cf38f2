package io.taros.notification;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** P-25: webhooks over REST, from what they are told to what becomes of it. */
@TarosTest
class WebhooksTest {
    private final Tenants tenants;
    private final Deliveries deliveries;
    private final SendingNotification sending;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final int port;
    private Receiver other;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String key;

    WebhooksTest(
            Tenants tenants,
            Deliveries deliveries,
            SendingNotification sending,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.deliveries = deliveries;
        this.sending = sending;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.port = port;
    }

    @BeforeEach
    void open() throws IOException {
        other = new Receiver();
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        key = api.get("/bots/" + api.bot("Robin")).at("publicKey");
    }

    @AfterEach
    void close() {
        other.close();
    }

    private RestCaller.Answer add(String path, boolean content, String... events) {
        var added =
                api.post(
                        "/webhooks",
                        Map.of(
                                "name",
                                path,
                                "url",
                                other.at(path),
                                "events",
                                List.of(events),
                                "content",
                                content));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added;
    }

    private Visitor visitor() {
        return Visitor.start(URI.create("http://localhost:" + port), key);
    }

    private JsonNode deliveries(String id) {
        return api.get("/webhooks/" + id + "/deliveries").json().path("data");
    }

    private List<String> types(String path) {
        return other.got(path).stream().map(Receiver.Got::type).toList();
    }

    @Test
    void whoeverMayNotReadWhatIsSaidSendsItNowhereElse() {
        var id = add("/told", true, "message.created").at("id");
        var keeper =
                new RestCaller(
                        "http://localhost:" + port,
                        tenants.key(acme.organization(), List.of("webhooks:write")));
        var elsewhere =
                "{\"name\":\"Elsewhere\",\"url\":\"%s\",\"events\":[\"message.created\"],\"content\":true}"
                        .formatted(other.at("/elsewhere"));

        keeper.call("PATCH", "/webhooks/" + id, elsewhere).refusal(422);
        assertThat(api.call("PATCH", "/webhooks/" + id, elsewhere).status()).isEqualTo(200);
    }

    @Test
    void whatIsErasedMeanwhileHoldsUpNothingBehindIt() {
        var id = add("/line", false, "conversation.started", "privacy.erased").at("id");
        var gone = new Delivery.Id(UUID.randomUUID());
        var channel = new Channel.Id(UUID.fromString(id));
        Tenancy.runAs(
                acme.organization(),
                () ->
                        transactions.executeWithoutResult(status ->
                                jdbc.sql(
                                                """
                                                insert into notification_delivery (organization_id, id, channel_id, event, status, created_at)
                                                values (:organization, :id, :channel, 'TEST', 'PENDING', now())
                                                """)
                                        .param("organization", acme.organization())
                                        .param("id", UUID.randomUUID())
                                        .param("channel", channel)
                                        .update()));

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    try {
                        sending.handle(new SendNotification(acme.organization(), channel, gone));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });

        eventually(() -> assertThat(types("/line")).containsExactly("test"));
    }

    @Test
    void tellsOfALeadByItsIdAlone() {
        add("/leads", true, "lead.created");
        var visitor = visitor();

        var left = visitor.call("POST", "/lead", "{\"email\":\"ada@visitor.example\"}");

        assertThat(left.statusCode()).as(left.body()).isEqualTo(201);
        eventually(() -> assertThat(types("/leads")).containsExactly("lead.created"));
        var told = other.got("/leads").getFirst().body();
        assertThat(told).contains("leadId").doesNotContain("ada@visitor.example");
    }

    @Test
    void tellsAConversationFromBeginningToEndInOrder() {
        add(
                "/all",
                false,
                "conversation.started",
                "message.created",
                "conversation.handoff_requested",
                "conversation.assigned",
                "answer.low_confidence",
                "answer.rated",
                "conversation.resolved",
                "conversation.reopened",
                "privacy.erased");
        var visitor = visitor();
        visitor.say("My name is Mette and my parcel is lost", "c-1");
        eventually(() -> assertThat(types("/all")).contains("answer.low_confidence"));
        var reply = "/conversations/" + visitor.id();
        assertThat(visitor.call("POST", "/rating", "{\"score\": 5}").statusCode()).isLessThan(300);
        api.post(reply + "/messages", Map.of("text", "I look into it", "name", "Kim"));
        api.post(reply + "/moves", Map.of("move", "resolve", "name", "Kim"));
        visitor.say("Thank you", "c-2");
        eventually(() -> assertThat(types("/all")).contains("conversation.reopened"));

        assertThat(types("/all").getFirst()).isEqualTo("conversation.started");
        assertThat(types("/all"))
                .containsSubsequence(
                        "conversation.started",
                        "message.created",
                        "message.created",
                        "answer.low_confidence",
                        "answer.rated",
                        "message.created",
                        "conversation.resolved",
                        "message.created",
                        "conversation.reopened");
        assertThat(other.got("/all"))
                .extracting(one -> one.json().path("sequence").asLong())
                .isSorted();
        assertThat(other.got("/all"))
                .filteredOn(one -> one.type().equals("message.created"))
                .extracting(one -> one.json().at("/data/author").asString())
                .startsWith("visitor", "bot", "person");
        assertThat(other.got("/all"))
                .allSatisfy(one ->
                        assertThat(one.body())
                                .contains(visitor.id())
                                .doesNotContain("Mette", "parcel", "Kim", "look into"));

        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);
        eventually(() -> assertThat(types("/all")).contains("privacy.erased"));
        assertThat(other.got("/all").getLast().json().at("/data/conversationIds/0").asString())
                .isEqualTo(visitor.id());
    }

    @Test
    void carriesWhatWasSaidOnlyWhereThatIsWished() {
        add("/ids", false, "message.created");
        add("/words", true, "message.created");
        visitor().say("My parcel is lost", "c-1");

        eventually(() -> assertThat(other.got("/words")).isNotEmpty());
        eventually(() -> assertThat(other.got("/ids")).isNotEmpty());
        assertThat(other.got("/words").getFirst().json().at("/data/text").asString())
                .isEqualTo("My parcel is lost");
        assertThat(other.got("/ids"))
                .allSatisfy(
                        one -> assertThat(one.json().at("/data/text").isMissingNode()).isTrue());
    }

    @Test
    void isToldOfTheBotItWasAddedForAlone() {
        var elsewhere = api.bot("Other");
        var hook = add("/one", false, "conversation.started").at("id");
        api.call("PATCH", "/webhooks/" + hook, "{\"botId\": \"" + elsewhere + "\"}");
        visitor().say("Hello", "c-1");
        key = api.get("/bots/" + elsewhere).at("publicKey");
        var there = visitor();

        eventually(() -> assertThat(other.got("/one")).isNotEmpty());
        assertThat(other.got("/one"))
                .extracting(one -> one.json().at("/data/conversationId").asString())
                .containsExactly(there.id());
        assertThat(api.call("PATCH", "/webhooks/" + hook, "{\"allBots\": true}").at("botId"))
                .isEmpty();
    }

    @Test
    void signsWithTwoSecretsUntilTheOldOneEnds() {
        var added = add("/hook", false, "conversation.handoff_requested");
        var path = "/webhooks/" + added.at("id");
        var old = added.at("secret");
        assertThat(api.get(path).text()).doesNotContain("whsec_");

        var rotated = api.post(path + "/rotate", Map.of());
        var fresh = rotated.at("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        assertThat(rotated.at("previousSecretUntil")).isNotBlank();
        assertThat(api.post(path + "/test", Map.of()).status()).isEqualTo(202);
        eventually(() -> assertThat(other.got()).hasSize(1));
        assertThat(other.got().getFirst().isSignedWith(old)).isTrue();
        assertThat(other.got().getFirst().isSignedWith(fresh)).isTrue();

        assertThat(api.call("DELETE", path + "/previous-secret", "").status()).isEqualTo(204);
        api.post(path + "/test", Map.of());
        eventually(() -> assertThat(other.got()).hasSize(2));
        assertThat(other.got().getLast().isSignedWith(old)).isFalse();
        assertThat(other.got().getLast().isSignedWith(fresh)).isTrue();
    }

    @Test
    void replaysADeliveryUnderTheSameId() {
        var hook = "/webhooks/" + add("/hook", false, "conversation.started").at("id");
        visitor();
        eventually(() -> assertThat(other.got()).hasSize(1));
        eventually(
                () -> assertThat(api.get(hook + "/deliveries").text()).contains("\"delivered\""));
        var id = api.get(hook + "/deliveries").json().at("/data/0/id").asString();

        assertThat(api.post(hook + "/deliveries/" + id + "/replay", Map.of()).status())
                .isEqualTo(202);
        eventually(() -> assertThat(other.got()).hasSize(2));
        assertThat(other.got()).extracting(one -> one.header("Webhook-id")).containsOnly(id);
    }

    @Test
    void aSlowOneHoldsUpNobodyElse() {
        add("/slow", false, "message.created");
        add("/quick", false, "message.created");
        other.answer(one -> one.path().equals("/slow") ? Receiver.never() : 200);
        for (var number = 0; number < 10; number++) {
            visitor().say("Hello", "c-1");
        }

        eventually(() -> assertThat(other.got("/quick")).hasSizeGreaterThanOrEqualTo(20));
        assertThat(other.got("/slow")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aConversationWaitsForWhatFailedAndOthersPass() {
        add("/hook", false, "message.created");
        var stuck = visitor();
        other.answer(one -> one.body().contains(stuck.id()) ? 500 : 200);
        stuck.say("First", "c-1");
        eventually(() -> assertThat(other.got()).isNotEmpty());
        stuck.say("Second", "c-2");
        var free = visitor();
        free.say("Hello", "c-1");

        eventually(() -> assertThat(other.got()).anyMatch(one -> one.body().contains(free.id())));
        var first = other.got().getFirst().header("Webhook-id");
        assertThat(other.got())
                .filteredOn(one -> one.body().contains(stuck.id()))
                .extracting(one -> one.header("Webhook-id"))
                .containsOnly(first);

        other.answer(one -> 200);
        eventually(() ->
                assertThat(
                                other.got().stream()
                                        .filter(one -> one.body().contains(stuck.id()))
                                        .map(one -> one.header("Webhook-id"))
                                        .distinct())
                        .hasSizeGreaterThanOrEqualTo(4));
    }

    @Test
    void whereNothingArrivesForADayIsSwitchedOffAndOnAgain() {
        var id = add("/hook", false, "conversation.started").at("id");
        other.answer(one -> 503);
        visitor();
        eventually(() -> assertThat(deliveries(id).at("/0/problem").asString()).isEqualTo("503"));
        assertThat(api.get("/webhooks/" + id).at("failingSince")).isNotBlank();

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    transactions.executeWithoutResult(status ->
                            jdbc.sql(
                                            "update notification_channel set failing_since = failing_since - interval '1 day'")
                                    .update());
                    var delivery =
                            deliveries.get(
                                    new Delivery.Id(
                                            UUID.fromString(
                                                    deliveries(id).at("/0/id").asString())));
                    assertThatThrownBy(() ->
                                    sending.handle(
                                            new SendNotification(
                                                    acme.organization(), null, delivery.id())))
                            .isInstanceOf(IOException.class);
                });
        assertThat(api.get("/webhooks/" + id).json().path("active").asBoolean()).isFalse();
        assertThat(deliveries(id).at("/0/status").asString()).isEqualTo("failed");
        visitor();
        assertThat(deliveries(id)).hasSize(1);
        assertThat(api.post("/webhooks/" + id + "/test", Map.of()).status()).isEqualTo(409);

        other.answer(one -> 200);
        var on = api.call("PATCH", "/webhooks/" + id, "{\"active\": true}");
        assertThat(on.json().path("active").asBoolean()).isTrue();
        visitor();
        eventually(
                () -> assertThat(deliveries(id).at("/0/status").asString()).isEqualTo("delivered"));
    }

    @Test
    void refusesWhatCannotBe() {
        var wrong = Map.of("name", "Chat", "url", other.at("/"), "kind", "slack");
        assertThat(
                        api.post("/webhooks", with(wrong, "events", List.of("message.created")))
                                .refusal(422))
                .contains("A chat can be told");
        assertThat(
                        api.post("/webhooks", with(wrong, "events", List.of("nothing.happened")))
                                .refusal(422))
                .contains("nothing.happened");
        assertThat(api.post("/webhooks", with(wrong, "events", List.of())).refusal(422))
                .contains("at least one");
        assertThat(api.post("/webhooks", with(wrong, "content", true)).refusal(422))
                .contains("no chat");
        assertThat(api.post("/webhooks", Map.of("name", "X", "url", "ftp://x")).refusal(422))
                .contains("web address");
        assertThat(api.post("/webhooks", with(wrong, "botId", UUID.randomUUID())).refusal(422))
                .contains("not there");
    }

    @Test
    void belongsToItsOrganizationAlone() {
        var id = add("/hook", false, "conversation.started").at("id");
        var globex = new RestCaller("http://localhost:" + port, tenants.open("Globex").apiKey());
        for (var path : List.of("", "/deliveries")) {
            assertThat(globex.get("/webhooks/" + id + path).status()).isEqualTo(404);
        }
        for (var path : List.of("/rotate", "/test")) {
            assertThat(globex.post("/webhooks/" + id + path, Map.of()).status()).isEqualTo(404);
        }
        assertThat(globex.call("DELETE", "/webhooks/" + id, "").status()).isEqualTo(404);
        assertThat(globex.get("/webhooks").json().path("data")).isEmpty();
        assertThat(api.call("DELETE", "/webhooks/" + id, "").status()).isEqualTo(204);
    }

    private static Map<String, Object> with(Map<String, String> base, String name, Object value) {
        var all = new java.util.HashMap<String, Object>(base);
        all.put(name, value);
        return all;
    }
}
