package io.taros.conversation;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.taros.platform.TarosSettings;
import io.taros.platform.sql.DatabaseSettings;
import io.taros.platform.sql.embedded.EmbeddedPostgres;
import io.taros.platform.storage.DataDirectory;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import io.taros.testing.Visitor;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Two servers on one database, one of which is killed while visitors write to both. */
class TwoNodesIT {
    private static final int CHATS = 200;
    private static final int AT_ONCE = 16;

    /** How many messages are acknowledged before the kill. */
    private static final int BEFORE = 120;

    private static final List<String> SAID =
            List.of("How long does delivery take?", "What does express delivery cost?");

    private final Path folder = TestInstallation.freshDirectory().toAbsolutePath();

    /** A message that the server said it has. */
    private record Acknowledged(Visitor visitor, String message) {}

    @Test
    void nothingIsLostAndNothingSaidTwiceWhenOneOfTwoIsKilled() throws Exception {
        var data =
                new DataDirectory(new TarosSettings(folder.resolve("own"), URI.create("http://a")));
        try (var server =
                new EmbeddedPostgres(data, new DatabaseSettings(null, null, null, false, 2))) {
            var shared = shared(server.start());
            var apiKey = RunningTaros.setUpWith(folder.resolve("a"), shared);
            try (var first = RunningTaros.start(folder.resolve("a"), shared)) {
                var bot = teach(first, apiKey);
                var second = RunningTaros.start(folder.resolve("b"), shared);
                var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
                chat(List.of(first, second), bot, acknowledged);

                try (var again = RunningTaros.start(folder.resolve("b"), shared)) {
                    assertThat(acknowledged).hasSize(CHATS * SAID.size());
                    everyMessageHasItsOneReply(acknowledged, first, again);
                    assertThat(inbox(again)).isEqualTo(inbox(first));
                    assertThat(inbox(first)).hasSizeGreaterThan(1);
                }
            }
        } finally {
            data.close();
        }
    }

    /** Every second visitor is with the second server, which is killed on the way. */
    private static void chat(List<RunningTaros> nodes, String bot, Queue<Acknowledged> acknowledged)
            throws Exception {
        var untilTheKill = new CountDownLatch(BEFORE);
        try (var visitors = Executors.newFixedThreadPool(AT_ONCE)) {
            var chats = new ArrayList<Future<?>>();
            for (var number = 0; number < CHATS; number++) {
                var at = number;
                chats.add(
                        visitors.submit(() -> {
                            var here = URI.create(nodes.get(at % 2).url());
                            var elsewhere = URI.create(nodes.getFirst().url());
                            var visitor = begin(at, here, elsewhere, bot);
                            for (var i = 0; i < SAID.size(); i++) {
                                acknowledged.add(say(visitor, elsewhere, i));
                                untilTheKill.countDown();
                            }
                        }));
            }
            untilTheKill.await();
            nodes.getLast().kill();
            for (var chat : chats) {
                chat.get();
            }
        }
    }

    private static Visitor begin(int number, URI here, URI elsewhere, String bot) {
        var from = address(number);
        try {
            return Visitor.startFrom(from, here, bot);
        } catch (UncheckedIOException gone) {
            return Visitor.startFrom(from, elsewhere, bot);
        }
    }

    /** As a widget does: what was not acknowledged is sent again under the same name. */
    private static Acknowledged say(Visitor visitor, URI elsewhere, int number) {
        try {
            return new Acknowledged(visitor, visitor.say(SAID.get(number), "c-" + number));
        } catch (UncheckedIOException gone) {
            var moved = visitor.at(elsewhere);
            return new Acknowledged(moved, moved.say(SAID.get(number), "c-" + number));
        }
    }

    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (number + 1)});
        } catch (java.net.UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the streams of both tell it, from the beginning. */
    private static void everyMessageHasItsOneReply(
            Queue<Acknowledged> acknowledged, RunningTaros... nodes) {
        var chats = acknowledged.stream().collect(Collectors.groupingBy(one -> one.visitor().id()));
        for (var chat : chats.values()) {
            var messages = chat.stream().map(Acknowledged::message).toList();
            for (var node : nodes) {
                var visitor = chat.getFirst().visitor().at(URI.create(node.url()));
                assertThat(repliesTo(visitor, messages))
                        .containsExactlyInAnyOrderElementsOf(messages);
                assertThat(repliesIn(visitor)).isEqualTo(messages.size());
            }
        }
    }

    /** The messages that the stream has a reply to, as often as it has one. */
    private static List<String> repliesTo(Visitor visitor, List<String> messages) {
        var replies = new ArrayList<String>();
        try (var line = visitor.listenAfter("0")) {
            line.until(event -> {
                if (event.isReply()) {
                    replies.add(event.data().path("turn").asString());
                }
                return replies.containsAll(messages);
            });
        }
        return replies;
    }

    /** Of which no more may have come afterwards. */
    private static long repliesIn(Visitor visitor) {
        return JsonMapper.shared()
                .readTree(visitor.call("GET", "/export", "").body())
                .path("messages")
                .valueStream()
                .filter(message -> message.path("role").asString().equals("bot"))
                .count();
    }

    private static List<String> inbox(RunningTaros node) {
        var ada = new Browser(node.url());
        ada.signIn("ada@acme.example", "three quiet otters");
        return ada.get("/inbox?queue=BOT")
                .body()
                .lines()
                .filter(line -> line.contains("href=\"/inbox/"))
                .map(String::strip)
                .toList();
    }

    private String[] shared(EmbeddedPostgres.Address database) throws Exception {
        AeadConfig.register();
        var key =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(
                                PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get());
        return new String[] {
            "--taros.database.url=" + database.url(),
            "--taros.database.username=" + database.username(),
            "--taros.database.password=" + database.password(),
            "--taros.crypto.master-key=" + key,
            "--taros.erasures.journal=" + folder.resolve("erasures.jsonl")
        };
    }

    /** A bot that knows something; returns its public key. */
    private static String teach(RunningTaros taros, String apiKey) {
        var api = new RestCaller(taros.url(), apiKey);
        var bot = api.post("/bots", Map.of("name", "Robin"));
        var source =
                api.post(
                        "/bots/" + bot.at("id") + "/sources",
                        Map.of(
                                "type",
                                "text",
                                "title",
                                "Delivery",
                                "text",
                                "Delivery takes two working days. Express delivery costs 9 euros and arrives the next day."));
        eventually(() ->
                assertThat(api.get("/sources/" + source.at("id")).at("status")).isEqualTo("ready"));
        return bot.at("publicKey");
    }
}
