package io.taros.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.taros.answering.model.Protocol;
import io.taros.widget.BenchChannel.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of a model that writes at an even pace, all at once. It begins when it was asked by
 * everybody, so that what is measured is writing and not searching. See {@code bench/README.md}.
 */
public final class TokenStreamsBench {
    private static final String QUESTION = "How long does delivery take within Denmark?";
    private static final String SENTENCE =
            "Within Denmark a parcel takes one to three working days, and to Norway, Sweden and Germany it takes three to"
                    + " five working days. ";

    /** An answer is cut after fourteen sentences and 2,000 characters. */
    private static final int SENTENCES = 13;

    private static final int TOKEN = 4;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final List<byte[]> FRAMES = frames();
    private static final JsonMapper JSON = new JsonMapper();

    private final BenchChannel channel;
    private final Queue<Double> took = new ConcurrentLinkedQueue<>();
    private final AtomicInteger others = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch everybody = new CountDownLatch(1);
    private final AtomicLong begun = new AtomicLong();
    private volatile double slowestModel;

    private TokenStreamsBench(BenchChannel channel) {
        this.channel = channel;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new TokenStreamsBench(new BenchChannel(arguments[0], arguments[1]));
        var model = bench.model(Integer.parseInt(arguments[3]));
        bench.run(Integer.parseInt(arguments[2]));
        model.stop(0);
        System.exit(0);
    }

    private HttpServer model(int port) throws IOException {
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        server.createContext("/", this::write);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private void write(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            asked.incrementAndGet();
            everybody.countDown();
            everybody.await();
            var start = System.nanoTime();
            begun.compareAndSet(0, start);
            var due = start;
            for (var frame : FRAMES) {
                exchange.getResponseBody().write(frame);
                exchange.getResponseBody().flush();
                due += BETWEEN.toNanos();
                LockSupport.parkNanos(due - System.nanoTime());
            }
            slowestModel = Math.max(slowestModel, (System.nanoTime() - start) / 1e6);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<byte[]> frames() {
        var tokens = SENTENCE.repeat(SENTENCES).split("(?<=\\G.{" + TOKEN + "})");
        return Protocol.COMPATIBLE.frames(tokens).stream()
                .map(frame -> frame.getBytes(UTF_8))
                .toList();
    }

    private void run(int streams) throws InterruptedException {
        for (var warming = 1; warming < streams; warming *= 4) {
            ask(warming);
        }
        took.clear();
        others.set(0);
        slowestModel = 0;
        ask(streams);
        var ideal = (double) BETWEEN.toMillis() * FRAMES.size();
        var sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%d streams of %d tokens in %.1f s: %d answered by the model, %d otherwise%n",
                streams, FRAMES.size(), ideal / 1e3, sorted.length, others.get());
        if (sorted.length > 0) {
            System.out.printf(
                    "until the whole answer was shown: p50 %.3f, p95 %.3f, most %.3f times as long; the model itself: %.3f%n",
                    sorted[sorted.length / 2] / ideal,
                    sorted[sorted.length * 95 / 100] / ideal,
                    sorted[sorted.length - 1] / ideal,
                    slowestModel / ideal);
        }
    }

    private void ask(int streams) throws InterruptedException {
        asked.set(0);
        begun.set(0);
        everybody = new CountDownLatch(streams);
        var ready = new CountDownLatch(streams);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < streams; number++) {
                var each = streams * 1_000 + number;
                threads.submit(() -> follow(each, ready));
            }
        }
        if (asked.get() != streams) {
            System.out.printf("The model was asked %d times by %d.%n", asked.get(), streams);
        }
    }

    private void follow(int number, CountDownLatch ready) {
        try {
            var isAnswered = isAnswered(channel.arrive(number), ready);
            if (isAnswered) {
                return;
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            ready.countDown();
            System.out.println(failed);
        }
        others.incrementAndGet();
        everybody.countDown();
    }

    /** From the model's first token to the reply as it is kept. */
    private boolean isAnswered(Visitor visitor, CountDownLatch ready)
            throws IOException, InterruptedException {
        try (var events = channel.listen(visitor)) {
            ready.countDown();
            ready.await();
            channel.say(visitor, QUESTION, "c-1").orElseThrow();
            var reply =
                    events.map(JSON::readTree)
                            .filter(event -> event.path("role").asString("").equals("bot"))
                            .findFirst();
            var end = System.nanoTime();
            var isWhole =
                    reply.isPresent() && reply.get().path("text").asString("").length() > 1_000;
            if (isWhole) {
                took.add((end - begun.get()) / 1e6);
            }
            return isWhole;
        }
    }
}
