package io.taros.widget;

import io.taros.widget.BenchChannel.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Many visitors with open lines, who write now and then. See {@code bench/README.md}. */
public final class VisitorsBench {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    /** A server that has just started compiles what it does; times are told apart. */
    private static final Duration WARMING = Duration.ofMinutes(1);

    private static final List<String> ASKED =
            List.of(
                    "How long does delivery take?",
                    "Can I return a jumper that has been washed?",
                    "Where is my parcel?",
                    "Do you ship to Norway?",
                    "What does express delivery cost?",
                    "How do I wash wool?");

    private final BenchChannel channel;
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> replies = new ConcurrentHashMap<>();
    private final Times cold = new Times();
    private final Times warm = new Times();
    private volatile long warmAt = Long.MAX_VALUE;
    private final AtomicInteger refused = new AtomicInteger();

    private VisitorsBench(BenchChannel channel) {
        this.channel = channel;
    }

    /** In milliseconds. */
    private static final class Times {
        private final Queue<Double> acknowledged = new ConcurrentLinkedQueue<>();
        private final Queue<Double> firstEvents = new ConcurrentLinkedQueue<>();
    }

    private Times since(long sent) {
        return sent >= warmAt ? warm : cold;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new VisitorsBench(new BenchChannel(arguments[0], arguments[1]));
        bench.run(
                Integer.parseInt(arguments[2]),
                Duration.ofSeconds(Long.parseLong(arguments[3])),
                Path.of("/proc", arguments[4], "status"));
    }

    private void run(int count, Duration length, Path server) throws Exception {
        var listening = new CountDownLatch(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = System.nanoTime() + length.toNanos() + Duration.ofSeconds(60).toNanos();
            for (var number = 0; number < count; number++) {
                var visitor = channel.arrive(number);
                threads.submit(() -> listen(visitor, listening));
                threads.submit(() -> write(visitor, listening, end));
            }
            listening.await();
            warmAt = System.nanoTime() + WARMING.toNanos();
            System.out.printf("%d lines open, %s resident%n", count, resident(server));
            while (System.nanoTime() < end) {
                Thread.sleep(10_000);
            }
            // What was sent last is answered, too.
            Thread.sleep(10_000);
            tell(server);
            threads.shutdownNow();
            channel.close();
        }
        System.exit(0);
    }

    private void listen(Visitor visitor, CountDownLatch listening) {
        try (var events = channel.listen(visitor)) {
            listening.countDown();
            events.forEach(event -> seen(visitor, event));
        } catch (IOException | InterruptedException | RuntimeException over) {
            // The line was closed at the end.
        }
    }

    /** The first event of a message is the message itself, on the visitor's own line. */
    private void seen(Visitor visitor, String data) {
        var event = JSON.readTree(data);
        var turn = event.path("turn").asString("");
        var sent = sentAt.remove(visitor.id() + event.path("clientId").asString("-"));
        if (sent != null) {
            since(sent).firstEvents.add((System.nanoTime() - sent) / 1e6);
        }
        if (event.path("role").asString("").equals("bot")) {
            replies.computeIfAbsent(turn, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    private void write(Visitor visitor, CountDownLatch listening, long end) {
        try {
            listening.await();
            Thread.sleep(ThreadLocalRandom.current().nextLong(BETWEEN.toMillis()));
            for (var number = 0; System.nanoTime() < end; number++) {
                say(visitor, number);
                Thread.sleep(BETWEEN);
            }
        } catch (IOException | InterruptedException e) {
            refused.incrementAndGet();
        }
    }

    private void say(Visitor visitor, int number) throws IOException, InterruptedException {
        var text = ASKED.get((number + visitor.address().hashCode() & 1023) % ASKED.size());
        var clientId = "c-" + number;
        var start = System.nanoTime();
        sentAt.put(visitor.id() + clientId, start);
        var id = channel.say(visitor, text, clientId);
        if (id.isEmpty()) {
            refused.incrementAndGet();
            return;
        }
        since(start).acknowledged.add((System.nanoTime() - start) / 1e6);
        replies.computeIfAbsent(id.get(), _ -> new AtomicInteger());
    }

    private void tell(Path server) throws IOException {
        var counts =
                replies.values().stream()
                        .collect(Collectors.groupingBy(AtomicInteger::get, Collectors.counting()));
        System.out.printf(
                "%d messages acknowledged, %d refused; replies to a message: %s%n",
                replies.size(), refused.get(), counts);
        print("acknowledged in the first minute after", cold.acknowledged);
        print("first event in the first minute after", cold.firstEvents);
        print("acknowledged later after", warm.acknowledged);
        print("first event later after", warm.firstEvents);
        System.out.printf("%s resident%n", resident(server));
    }

    private static void print(String what, Queue<Double> millis) {
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf(
                    "%s: p50 %.0f ms, p99 %.0f ms, most %.0f ms (%d)%n",
                    what,
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 99 / 100],
                    Arrays.stream(sorted).max().orElse(0),
                    sorted.length);
        }
    }

    private static String resident(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .map(line -> line.replace("VmRSS:", "").strip())
                .orElse("?");
    }
}
