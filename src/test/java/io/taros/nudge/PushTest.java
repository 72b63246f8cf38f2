package io.taros.nudge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;
import io.taros.account.Account;
import io.taros.account.AccountTest;
import io.taros.conversation.AskForPerson;
import io.taros.conversation.Conversation;
import io.taros.conversation.PostMessage;
import io.taros.inbox.Presence;
import io.taros.nudge.Wishes.Pace;
import io.taros.nudge.Wishes.Way;
import io.taros.organization.Tenants;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.OutboundLog;
import io.taros.platform.egress.Purpose;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.BadInput;
import io.taros.testing.Browser;
import io.taros.testing.MovedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Members hear in their browsers of what concerns them, by a service that reads nothing of it. */
@AccountTest
class PushTest {
    private static final Instant NOON = Instant.parse("2036-05-06T10:00:30Z");
    private static final PushDevices.Seat HERE =
            new PushDevices.Seat("Firefox · Linux", "a browser");
    private static final String PAGE = "/account/notifications";
    private static final String DEVICES = PAGE + "/devices";

    private final AgentShops shops;
    private final AskForPerson ask;
    private final PostMessage post;
    private final Presence presence;
    private final WishList wishes;
    private final PushDevices devices;
    private final PushingToMember pushing;
    private final SendingPush sending;
    private final OutboundLog log;
    private final CrossOrganization everything;
    private final MovedClock clock;
    private final int port;
    private final PushServer service;
    private AgentShop shop;
    private Tenants.Tenant acme;
    private Account.Id agent;

    PushTest(
            AgentShops shops,
            AskForPerson ask,
            PostMessage post,
            Presence presence,
            WishList wishes,
            PushDevices devices,
            PushingToMember pushing,
            SendingPush sending,
            OutboundLog log,
            CrossOrganization everything,
            MovedClock clock,
            @LocalServerPort int port)
            throws IOException, GeneralSecurityException {
        this.shops = shops;
        this.ask = ask;
        this.post = post;
        this.presence = presence;
        this.wishes = wishes;
        this.devices = devices;
        this.pushing = pushing;
        this.sending = sending;
        this.log = log;
        this.everything = everything;
        this.clock = clock;
        this.port = port;
        service = new PushServer();
    }

    @BeforeEach
    void shopWithAnAgent() {
        shop = shops.open("Acme");
        acme = shop.acme();
        agent = shop.agent();
        as(() -> devices.add(agent, service.subscription("/mine"), HERE));
        clock.putTo(NOON);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void as(Runnable work) {
        shop.as(work);
    }

    private Conversation.Id begin() {
        return shops.begin(shop);
    }

    private Conversation.Id assigned() {
        return shops.assigned(shop);
    }

    private List<Instant> due() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select distinct due_at from nudge where medium = 'PUSH' order by 1")
                        .query(Instant.class)
                        .list());
    }

    /** What the worker does when the time has come; what this leads to it sends by itself. */
    private void pushAll() {
        clock.putTo(Instant.now());
        due().forEach(at -> pushing.handle(new PushToMember(acme.organization(), agent, at)));
        assertThat(due()).isEmpty();
    }

    private PushServer.Got only() {
        eventually(() -> assertThat(service.got()).hasSize(1));
        return service.got().getFirst();
    }

    private PushDevice device() {
        return mine().getFirst();
    }

    private List<PushDevice> mine() {
        return Tenancy.callAs(acme.organization(), () -> devices.list(agent));
    }

    @Test
    void tellsWithinSecondsWhatHappenedAndNoWordOfWhatWasSaid() {
        var id = Tenancy.callAs(acme.organization(), this::assigned);
        as(() -> post.post(id, "My name is Mette and my parcel is lost", "c-1"));
        assertThat(due()).containsExactly(Instant.parse("2036-05-06T10:00:45Z"));
        as(this::pushAll);

        var told = only();
        assertThat(told.path()).isEqualTo("/mine");
        assertThat(told.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(Integer.parseInt(told.header("Ttl"))).isPositive();
        assertThat(new String(told.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Robin");
        var shown = service.shown(told);
        assertThat(shown.path("title").asString()).isEqualTo("Acme");
        assertThat(shown.path("body").asString())
                .isEqualTo("A conversation with Robin is yours now");
        assertThat(shown.path("url").asString()).isEqualTo("/inbox/" + id.value());
        assertThat(shown.toString()).doesNotContain("Mette", "parcel");
        var claims = PushServer.proven(told);
        assertThat(claims.get("aud").toString()).contains(service.origin());
        eventually(() -> assertThat(device().arrivedAt()).isNotNull());
        List<LedgerEntry> calls =
                Tenancy.callAs(
                        acme.organization(), () -> log.list(OutboundLog.Filter.ALL, null, 10));
        assertThat(calls).extracting(LedgerEntry::purpose).contains(Purpose.PUSH);
    }

    /** RFC 8291, section 5: what the fake reads by is what browsers read by. */
    @Test
    void isReadAsTheSpecificationHasIt() throws GeneralSecurityException {
        var decoder = Base64.getUrlDecoder();
        var plain =
                new WebPushHybridDecrypt.Builder()
                        .withAuthSecret(decoder.decode("BTBZMqHH6r4Tts7J_aSIgg"))
                        .withRecipientPublicKey(
                                decoder.decode(
                                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"))
                        .withRecipientPrivateKey(
                                decoder.decode("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
                        .build()
                        .decrypt(
                                decoder.decode(
                                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"),
                                null);
        assertThat(new String(plain, StandardCharsets.UTF_8))
                .isEqualTo("When I grow up, I want to be a watermelon");
    }

    @Test
    void saysSeveralThingsAtOnceAndNothingToWhoeverLooksAtTheInbox() {
        as(() -> {
            assigned();
            ask.ask(begin());
            pushAll();
        });
        assertThat(service.shown(only()).path("body").asString())
                .isEqualTo("2 things for you in the inbox");

        clock.putTo(NOON);
        as(() -> {
            assigned();
            clock.putTo(Instant.now());
            presence.see(agent);
            pushAll();
        });
        eventually(() -> assertThat(waiting()).isZero());
        assertThat(service.got()).hasSize(1);
    }

    private int waiting() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*)::int from scheduled_tasks where task_name = 'SendPush'")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void keepsToWhatIsWishedAndToQuietHours() {
        as(() -> {
            wishes.set(agent, wish(null, null, EnumSet.of(Occasion.WAITING)));
            assigned();
            assertThat(due()).isEmpty();
            wishes.set(
                    agent,
                    wish(LocalTime.of(0, 0), LocalTime.of(23, 0), EnumSet.of(Occasion.ASSIGNED)));
            assigned();
            assertThat(due()).hasSize(1).allMatch(at -> at.isAfter(NOON.plusSeconds(3_600)));
            assertThat(wishes.wanting(Occasion.WAITING)).isEmpty();
        });
    }

    private static Wishes wish(LocalTime from, LocalTime until, Set<Occasion> pushed) {
        return new Wishes(
                Way.NEVER, Way.NEVER, Way.NEVER, Way.NEVER, Pace.HOURLY, from, until, pushed);
    }

    @Test
    void tellsNobodyWhatTheyMayNotSeeAnyMore() {
        as(this::assigned);
        everything.inTransaction(jdbc ->
                jdbc.sql("update member set bots = :none::uuid[] where account_id = :agent")
                        .param("none", List.of(UUID.randomUUID()))
                        .param("agent", agent)
                        .update());
        as(this::pushAll);
        assertThat(waiting()).isZero();
        assertThat(service.got()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void forgetsABrowserThatIsGone(int status) throws IOException {
        service.answer(status);
        as(() -> {
            var id = device().id();
            assertThatNoException(() -> sending.handle(about(id)));
            assertThat(devices.list(agent)).isEmpty();
        });
    }

    private interface Sending {
        void send() throws IOException;
    }

    private static void assertThatNoException(Sending work) {
        try {
            work.send();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private SendPush about(PushDevice.Id device) {
        return new SendPush(acme.organization(), device, null, null, 2, NOON);
    }

    @Test
    void triesAgainWhatMayPassAndShowsWhatFailed() throws IOException {
        var job = about(device().id());
        service.answer(503);
        as(() ->
                assertThatThrownBy(() -> sending.handle(job))
                        .isInstanceOf(IOException.class)
                        .satisfies(
                                cause -> assertThat(sending.attemptsAfter(cause)).isEqualTo(10)));
        assertThat(device().problem()).isEqualTo("503");
        service.answer(403);
        as(() ->
                assertThatThrownBy(() -> sending.handle(job))
                        .satisfies(cause -> assertThat(sending.attemptsAfter(cause)).isEqualTo(1)));
        service.answer(201);
        as(() -> assertThatNoException(() -> sending.handle(job)));
        assertThat(device().problem()).isNull();
    }

    /** Crawling is open to this very address here, as it may be to an operator's own network. */
    @Test
    void neverKnocksAtAPrivateAddressWhateverIsOpenForCrawling() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(300);
            var real = service.subscription("/");
            for (var host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]")) {
                var inside =
                        new Subscription(
                                "https://%s:%d/push".formatted(host, silent.getLocalPort()),
                                real.p256dh(),
                                real.auth());
                as(() -> {
                    devices.add(agent, inside, HERE);
                    var id = devices.list(agent).getLast().id();
                    assertThatThrownBy(() -> sending.handle(about(id)))
                            .isInstanceOf(IOException.class);
                    assertThat(devices.list(agent).getLast().problem()).isNotNull();
                });
            }
            assertThatThrownBy(silent::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void isTurnedOnTestedAndTurnedOffOnAPageOfOnesOwn() {
        clock.putTo(Instant.now());
        var me = new Browser(port);
        me.signIn(shop.email(), Tenants.PASSWORD);
        me.get(PAGE);
        var other = service.subscription("/other");
        assertThat(turnOn(me, other).status()).isEqualTo(303);
        assertThat(turnOn(me, other).status()).as("the same browser once more").isEqualTo(303);
        assertThat(mine()).hasSize(2);
        var page = me.get(PAGE).body();
        assertThat(page)
                .contains("data-device=\"" + other.hash() + "\"", "Send a test")
                .doesNotContain(other.endpoint(), other.auth());

        var id = device().id().value();
        assertThat(me.post(DEVICES + "/" + id + "/test").status()).isEqualTo(303);
        assertThat(service.shown(service.got().getFirst()).path("body").asString())
                .isEqualTo("This is a test: you are told here.");
        service.answer(500);
        me.post(DEVICES + "/" + id + "/test");
        assertThat(me.get(PAGE).body()).contains("The last attempt failed (500).");

        assertThat(me.post(DEVICES + "/" + id + "/end").status()).isEqualTo(303);
        assertThat(me.post(DEVICES + "/" + id + "/end").status()).isEqualTo(404);
        assertThat(audited()).contains("push-device.added", "push-device.removed");
    }

    private static Browser.Page turnOn(Browser who, Subscription browser) {
        return who.post(
                DEVICES,
                "endpoint",
                browser.endpoint(),
                "p256dh",
                browser.p256dh(),
                "auth",
                browser.auth());
    }

    private List<String> audited() {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select action from audit_entry").query(String.class).list());
    }

    @Test
    void refusesWhatIsNoSubscriptionAndTooMany() {
        clock.putTo(Instant.now());
        var me = new Browser(port);
        me.signIn(shop.email(), Tenants.PASSWORD);
        me.get(PAGE);
        var wrong = me.post(DEVICES, "endpoint", "ftp://x", "p256dh", "AA", "auth", "AA");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("no address it can be told at");
        assertThatThrownBy(() -> new Subscription("https://push.example/1", "AAAA", "AAAA"))
                .isInstanceOf(BadInput.class);
        as(() -> {
            for (var number = 1; number < PushDevices.MOST; number++) {
                devices.add(agent, service.subscription("/" + number), HERE);
            }
        });
        me.get(PAGE);
        var tooMany = turnOn(me, service.subscription("/eleven"));
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("You can be told in 10 browsers.");
    }

    @Test
    void belongsToOneMemberOfOneOrganization() {
        clock.putTo(Instant.now());
        var id = device().id().value();
        var colleague = new Browser(port);
        colleague.signIn(acme.email(), Tenants.PASSWORD);
        colleague.get(PAGE);
        assertThat(colleague.post(DEVICES + "/" + id + "/end").status()).isEqualTo(404);
        assertThat(colleague.post(DEVICES + "/" + id + "/test").status()).isEqualTo(404);

        as(() -> devices.add(acme.owner(), service.subscription("/mine"), HERE));
        as(() -> assertThat(devices.list(agent)).as("another person's browser now").isEmpty());
        var globex = shops.open("Globex");
        Tenancy.runAs(
                globex.acme().organization(),
                () -> assertThat(devices.list(acme.owner())).isEmpty());
        everything.inTransaction(jdbc ->
                jdbc.sql("delete from member where account_id = :owner")
                        .param("owner", acme.owner())
                        .update());
        as(() -> assertThat(devices.list(acme.owner())).as("gone with the member").isEmpty());
    }
}
