package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.web.RateLimits;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invariant 3: many ask, over REST and in chats, while sources are deleted and others added. An
 * answer that begins after a delete has returned cites nothing of what is gone.
 */
@TarosTest
class DeletionUnderLoadTest {
    private static final int SOURCES = 8;
    private static final int DELETIONS = 12;
    private static final List<String> NAMES =
            List.of(
                    "amber", "basalt", "coral", "denim", "ember", "flint", "garnet", "hazel",
                    "indigo", "jade", "khaki", "lilac", "maple", "nickel", "opal", "pearl",
                    "quartz", "ruby", "saffron", "topaz");

    private final Tenants tenants;
    private final RateLimits limits;
    @LocalServerPort private int port;

    /** Titles of sources whose deletion has returned. */
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cited = new AtomicInteger();
    private final AtomicInteger askedInVain = new AtomicInteger();
    private volatile boolean isOver;

    DeletionUnderLoadTest(Tenants tenants, RateLimits limits) {
        this.tenants = tenants;
        this.limits = limits;
    }

    @Test
    void isNeverSeenByAnAnswerThatBeginsAfterIt() throws Exception {
        var api = new RestCaller("http://localhost:" + port, tenants.open("Acme").apiKey());
        var bot = api.bot("Robin");
        var sources = new ArrayList<String>();
        for (var number = 0; number < SOURCES; number++) {
            sources.add(teach(api, bot, number));
        }
        sources.forEach(api::finished);
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<?>>();
            IntStream.range(0, 3)
                    .forEach(seed -> asking.add(askers.submit(askOverRest(api, bot, seed))));
            IntStream.range(0, 2)
                    .forEach(seed -> asking.add(askers.submit(askInChat(api, bot, seed))));
            try {
                for (var number = 0; number < DELETIONS; number++) {
                    var answered = cited.get();
                    assertThat(api.call("DELETE", "/sources/" + sources.get(number), "").status())
                            .isEqualTo(204);
                    deleted.add(title(number));
                    sources.add(teach(api, bot, SOURCES + number));
                    api.finished(sources.getLast());
                    limits.reset();
                    eventually(() -> assertThat(cited.get()).isGreaterThan(answered));
                }
            } finally {
                isOver = true;
            }
            for (var asker : asking) {
                asker.get();
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(cited.get()).isGreaterThan(DELETIONS);
        assertThat(askedInVain.get()).as("questions about what is gone").isPositive();
    }

    private Callable<Boolean> askOverRest(RestCaller api, String bot, int seed) {
        var random = new Random(seed);
        return () -> {
            while (!isOver) {
                var number = random.nextInt(NAMES.size());
                var gone = Set.copyOf(deleted);
                var answer =
                        api.post("/bots/" + bot + "/answers", Map.of("question", question(number)));
                if (answer.status() == 200) {
                    judge(number, gone, answer.json().path("citations"));
                }
            }
            return true;
        };
    }

    private Callable<Boolean> askInChat(RestCaller api, String bot, int seed) {
        var random = new Random(100 + seed);
        var key = api.get("/bots/" + bot).at("publicKey");
        return () -> {
            var visitor = Visitor.start(URI.create("http://localhost:" + port), key);
            for (var asked = 0; !isOver; asked++) {
                var number = random.nextInt(NAMES.size());
                var gone = Set.copyOf(deleted);
                var posted = visitor.post(question(number), "c-" + asked);
                if (posted.statusCode() == 202) {
                    var id = JsonMapper.shared().readTree(posted.body()).path("id").asString();
                    judge(number, gone, visitor.replyTo(id).data().path("sources"));
                }
            }
            return true;
        };
    }

    private void judge(int number, Set<String> gone, JsonNode citations) {
        StreamSupport.stream(citations.spliterator(), false)
                .map(citation -> citation.path("title").asString())
                .peek(title -> cited.incrementAndGet())
                .filter(gone::contains)
                .forEach(title -> wrong.add(title + " was cited after its deletion"));
        if (gone.contains(title(number))) {
            askedInVain.incrementAndGet();
        }
    }

    private static String teach(RestCaller api, String bot, int number) {
        var name = NAMES.get(number);
        var text =
                "The %1$s lamp costs %2$d kroner. A %1$s lamp is sent within two days."
                        .formatted(name, 100 + number);
        return api.accepted(
                api.post(
                        "/bots/" + bot + "/sources",
                        Map.of("type", "text", "title", title(number), "text", text)));
    }

    private static String title(int number) {
        return "The " + NAMES.get(number) + " lamp";
    }

    private static String question(int number) {
        return "What does the " + NAMES.get(number) + " lamp cost?";
    }
}
