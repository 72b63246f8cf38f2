package io.taros.notification;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-25: a new inquiry reaches the support team's own chat. */
@TarosTest
class NotificationsTest {
    private static final String PAGE = "/settings/notifications";
    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]+");

    private final Tenants tenants;
    private final Bots bots;
    private final SendingNotification sending;
    private final Channels channels;
    private final Deliveries deliveries;
    private final int port;
    private final Browser owner;
    private Receiver chat;
    private Tenants.Tenant acme;
    private Bot bot;

    NotificationsTest(
            Tenants tenants,
            Bots bots,
            SendingNotification sending,
            Channels channels,
            Deliveries deliveries,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.sending = sending;
        this.channels = channels;
        this.deliveries = deliveries;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void shopWithAChat() throws IOException {
        chat = new Receiver();
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(PAGE);
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    private Browser.Page add(String kind, String path) {
        var page = owner.post(PAGE, "kind", kind, "name", kind, "url", chat.at(path));
        owner.get(PAGE);
        return page;
    }

    private Channel channel() {
        return Tenancy.callAs(acme.organization(), () -> channels.list().getFirst());
    }

    private Delivery latest() {
        return Tenancy.callAs(
                acme.organization(),
                () -> deliveries.list(channel().id(), Long.MAX_VALUE, 1).getFirst());
    }

    private String channelPage() {
        return owner.get(PAGE + "/" + channel().id().value()).body();
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
                assertThat(chat.got())
                        .extracting(Receiver.Got::path)
                        .containsExactlyInAnyOrder("/slack", "/discord", "/teams"));
        assertThat(chat.got())
                .allSatisfy(one ->
                        assertThat(one.body())
                                .contains(
                                        "Robin: somebody waits for a person.",
                                        "/inbox/" + visitor.id())
                                .doesNotContain("Mette", "parcel"));
        eventually(
                () -> assertThat(channelPage()).contains("Delivered").doesNotContain("On its way"));
        assertThat(owner.get(PAGE).body()).doesNotContain("/slack", "/teams");
        assertThat(channelPage()).doesNotContain(chat.at("/slack"));
    }

    @Test
    void aWebhookOfOnesOwnIsSigned() {
        var secret = SECRET.matcher(add("WEBHOOK", "/hook").body());
        assertThat(secret.find()).isTrue();
        somebodyWaits();

        eventually(() -> assertThat(chat.got()).hasSize(1));
        var one = chat.got().getFirst();
        assertThat(Instant.ofEpochSecond(Long.parseLong(one.header("Webhook-timestamp"))))
                .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(5));
        assertThat(one.isSignedWith(secret.group())).isTrue();
        assertThat(one.type()).isEqualTo("conversation.handoff_requested");
        assertThat(one.json().at("/data/reason").asString()).isEqualTo("visitor_asked");
        assertThat(one.json().at("/data/bot").asString()).isEqualTo("Robin");
        assertThat(channelPage()).doesNotContain("whsec_");
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
        chat.answer(one -> 500);
        somebodyWaits();
        eventually(() -> assertThat(channelPage()).contains("500, tried once"));

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var job = new SendNotification(acme.organization(), null, latest().id());
                    assertThatThrownBy(() -> sending.handle(job)).isInstanceOf(IOException.class);
                    sending.exhausted(job, new IOException());
                });
        assertThat(channelPage()).contains("Failed", "tried 2 times", "Send again");

        chat.answer(one -> 200);
        var again = "/deliveries/" + latest().id().value() + "/again";
        var page = PAGE + "/" + channel().id().value();
        assertThat(owner.post(page + again).status()).isEqualTo(303);
        eventually(() -> assertThat(channelPage()).contains("Delivered"));
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
        var id = channel().id().value();
        somebodyWaits();
        eventually(() -> assertThat(latest().status()).isEqualTo(Delivery.Status.DELIVERED));
        var again = "/deliveries/" + latest().id().value() + "/again";
        assertThat(stranger.get(PAGE + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.post(PAGE + "/" + id + again).status()).isEqualTo(404);
        assertThat(stranger.post(PAGE + "/" + id + "/secret").status()).isEqualTo(404);
        assertThat(stranger.post(PAGE + "/" + id + "/test").status()).isEqualTo(404);
        assertThat(stranger.post(PAGE + "/" + id + "/removal").status()).isEqualTo(404);
        assertThat(owner.post(PAGE + "/" + id + "/removal").status()).isEqualTo(303);
    }
}
