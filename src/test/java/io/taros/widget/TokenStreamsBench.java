package io.taros.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.taros.answering.model.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Answers of a model that writes at an even pace, many at once. See {@code bench/README.md}. */
public final class TokenStreamsBench {
    private static final String QUESTION = "How long does delivery take within Denmark?";
    private static final String ANSWER =
            "Within Denmark a parcel takes one to three working days [1]. ";
    private static final int TOKENS = 500;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final BenchChannel channel;
    private final Queue<Double> took = new ConcurrentLinkedQueue<>();
    private final AtomicInteger words = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();

    private TokenStreamsBench(BenchChannel channel) {
        this.channel = channel;
    }

    public static void main(String[] arguments) throws Exception {
        var model = model(Integer.parseInt(arguments[3]));
        new TokenStreamsBench(new BenchChannel(arguments[0], arguments[1]))
                .run(Integer.parseInt(arguments[2]));
        model.stop(0);
        System.exit(0);
    }

    private static HttpServer model(int port) throws IOException {
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        server.createContext("/", TokenStreamsBench::write);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static void write(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            var due = System.nanoTime();
            for (var frame : frames()) {
                exchange.getResponseBody().write(frame);
                exchange.getResponseBody().flush();
                due += BETWEEN.toNanos();
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private static List<byte[]> frames() {
        var tokens = ANSWER.split("(?<= )");
        var pieces =
                Stream.generate(() -> tokens)
                        .flatMap(Arrays::stream)
                        .limit(TOKENS)
                        .toArray(String[]::new);
        return Protocol.COMPATIBLE.frames(pieces).stream()
                .map(frame -> frame.getBytes(UTF_8))
                .toList();
    }

    private void run(int streams) throws InterruptedException {
        ask(1);
        took.clear();
        ask(streams);
        var ideal = (double) BETWEEN.toMillis() * frames().size();
        var sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%d streams of %.1f s: %d answered by the model, %d otherwise; %d parts shown%n",
                streams, ideal / 1e3, sorted.length, others.get(), words.get());
        if (sorted.length > 0) {
            System.out.printf(
                    "took p50 %.2f, p95 %.2f, most %.2f times as long%n",
                    sorted[sorted.length / 2] / ideal,
                    sorted[sorted.length * 95 / 100] / ideal,
                    sorted[sorted.length - 1] / ideal);
        }
    }

    private void ask(int streams) throws InterruptedException {
        var ready = new CountDownLatch(streams);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < streams; number++) {
                var each = streams * 1_000 + number;
                threads.submit(() -> follow(each, ready));
            }
        }
    }

    /** From the question to the whole answer. */
    private Void follow(int number, CountDownLatch ready) throws Exception {
        var visitor = channel.arrive(number);
        try (var events = channel.listen(visitor)) {
            ready.countDown();
            ready.await();
            var start = System.nanoTime();
            channel.say(visitor, QUESTION, "c-1");
            var isOver =
                    events.map(JSON::readTree)
                            .peek(event -> {
                                if (event.has("text") && !event.has("role")) {
                                    words.incrementAndGet();
                                }
                            })
                            .filter(event -> event.path("role").asString("").equals("bot"))
                            .findFirst();
            var took = (System.nanoTime() - start) / 1e6;
            if (isOver.isPresent() && isOver.get().path("text").asString("").length() > 1_000) {
                this.took.add(took);
            } else {
                others.incrementAndGet();
            }
        }
        return null;
    }
}
