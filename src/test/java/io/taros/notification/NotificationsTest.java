package io.taros.notification;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** P-25: a new inquiry reaches the support team's own chat. */
@TarosTest
class NotificationsTest {
    private static final String PAGE = "/settings/notifications";
    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]+");

    record Got(String path, Map<String, List<String>> headers, String body) {}

    private final Tenants tenants;
    private final Bots bots;
    private final Notifications notifications;
    private final Deliveries deliveries;
    private final int port;
    private final Browser owner;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer chat;
    private Tenants.Tenant acme;
    private Bot bot;

    NotificationsTest(
            Tenants tenants,
            Bots bots,
            Notifications notifications,
            Deliveries deliveries,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void shopWithAChat() throws IOException {
        chat = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        chat.createContext(
                "/",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    got.add(
                            new Got(
                                    exchange.getRequestURI().getPath(),
                                    Map.copyOf(exchange.getRequestHeaders()),
                                    body));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        chat.start();
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(PAGE);
    }

    @AfterEach
    void stop() {
        chat.stop(0);
    }

    private Browser.Page add(String kind, String path) {
        var page =
                owner.post(
                        PAGE,
                        "kind",
                        kind,
                        "name",
                        kind,
                        "url",
                        "http://127.0.0.1:" + chat.getAddress().getPort() + path);
        owner.get(PAGE);
        return page;
    }

    private Visitor somebodyWaits() {
        var visitor =
                Visitor.start(URI.create("http://localhost:" + port), bot.publicKey().value());
        visitor.say("My name is Mette and my parcel is lost", "c-1");
        assertThat(visitor.call("POST", "/handover", "").statusCode()).isEqualTo(200);
        return visitor;
    }

    @Test
    void everyChannelHearsInItsOwnWordsAndNobodyIsQuoted() {
        add("SLACK", "/slack");
        add("DISCORD", "/discord");
        add("TEAMS", "/teams");
        var visitor = somebodyWaits();

        eventually(() ->
                assertThat(got)
                        .extracting(Got::path)
                        .containsExactlyInAnyOrder("/slack", "/discord", "/teams"));
        assertThat(got)
                .allSatisfy(one ->
                        assertThat(one.body())
                                .contains(
                                        "Robin: somebody waits for a person.",
                                        "/inbox/" + visitor.id())
                                .doesNotContain("Mette", "parcel"));
        eventually(() ->
                assertThat(owner.get(PAGE).body())
                        .contains("Delivered")
                        .doesNotContain("On its way"));
        assertThat(owner.get(PAGE).body()).doesNotContain("/slack", "/teams");
    }

    @Test
    void aWebhookOfOnesOwnIsSigned() {
        var secret = SECRET.matcher(add("WEBHOOK", "/hook").body());
        assertThat(secret.find()).isTrue();
        somebodyWaits();

        eventually(() -> assertThat(got).hasSize(1));
        var one = got.getFirst();
        var id = one.headers().get("Webhook-id").getFirst();
        var timestamp = one.headers().get("Webhook-timestamp").getFirst();
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(5));
        assertThat(one.headers().get("Webhook-signature").getFirst())
                .isEqualTo(
                        "v1,"
                                + Payload.signature(
                                        secret.group(),
                                        id + "." + timestamp + ".",
                                        one.body().getBytes(StandardCharsets.UTF_8)));
        var told = new JsonMapper().readTree(one.body());
        assertThat(told.path("type").asString()).isEqualTo("conversation.handover_requested");
        assertThat(told.at("/data/reason").asString()).isEqualTo("visitor_asked");
        assertThat(owner.get(PAGE).body()).doesNotContain("whsec_");
    }

    /** The example of the specification, github.com/standard-webhooks. */
    @Test
    void signsAsTheSpecificationDoes() {
        assertThat(
                        Payload.signature(
                                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.",
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatFailsIsTriedAgainSeenAndSentOnceMore() {
        add("SLACK", "/slack");
        status = 500;
        somebodyWaits();
        eventually(() -> assertThat(owner.get(PAGE).body()).contains("500, tried once"));

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var delivery = deliveries.latest(1).getFirst();
                    var job = new SendNotification(acme.organization(), delivery.id());
                    assertThatThrownBy(() -> notifications.handle(job))
                            .isInstanceOf(IOException.class);
                    notifications.exhausted(job, new IOException());
                });
        assertThat(owner.get(PAGE).body()).contains("Failed", "tried 2 times", "Send again");

        status = 200;
        var id =
                Tenancy.callAs(
                        acme.organization(), () -> deliveries.latest(1).getFirst().id().value());
        assertThat(owner.post(PAGE + "/deliveries/" + id + "/again").status()).isEqualTo(303);
        eventually(() -> assertThat(owner.get(PAGE).body()).contains("Delivered"));
    }

    @Test
    void refusesWhatIsNoAddressAndLosesNothing() {
        var refused = owner.post(PAGE, "kind", "SLACK", "name", "Support", "url", "our chat");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not a web address", "value=\"Support\"");
    }

    @Test
    void belongsToItsOrganizationAlone() {
        add("SLACK", "/slack");
        var globex = tenants.open("Globex");
        var stranger = new Browser(port);
        stranger.signIn(globex.email(), Tenants.PASSWORD);
        assertThat(stranger.get(PAGE).body()).doesNotContain("SLACK</strong>");
        var id =
                Tenancy.callAs(
                        acme.organization(),
                        () -> {
                            deliveries.tellAll(
                                    new io.taros.conversation.Conversation.Id(
                                            java.util.UUID.fromString(somebodyWaits().id())),
                                    "RULE");
                            return deliveries.latest(1).getFirst().channelId().value();
                        });
        assertThat(stranger.post(PAGE + "/" + id + "/test").status()).isEqualTo(404);
        assertThat(stranger.post(PAGE + "/" + id + "/removal").status()).isEqualTo(404);
        assertThat(owner.post(PAGE + "/" + id + "/removal").status()).isEqualTo(303);
    }
}
