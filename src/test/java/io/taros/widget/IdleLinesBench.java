package io.taros.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Lines on which nothing is said. See {@code bench/README.md}. */
public final class IdleLinesBench {
    private static final int AT_ONCE = 16;
    private static final Duration STAYING = Duration.ofMinutes(1);

    private final BenchChannel channel;
    private final List<Socket> open = new ArrayList<>();
    private final Semaphore opening = new Semaphore(AT_ONCE);

    private IdleLinesBench(BenchChannel channel) {
        this.channel = channel;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new IdleLinesBench(new BenchChannel(arguments[0], arguments[1]));
        bench.run(Integer.parseInt(arguments[2]), Path.of("/proc", arguments[3], "status"));
    }

    private void run(int count, Path server) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < count; number++) {
                var each = number;
                threads.submit(() -> open(each));
            }
        }
        System.out.printf("%d lines open: %s%n", open.size(), resident(server));
        Thread.sleep(STAYING);
        System.out.printf("a minute later: %s%n", resident(server));
        // No good-bye, not even that of a program that ends in order.
        Runtime.getRuntime().halt(0);
    }

    private Void open(int number) throws IOException, InterruptedException {
        opening.acquire();
        try {
            var visitor = channel.arrive(number);
            var events = channel.eventsOf(visitor);
            var line = new Socket(events.getHost(), events.getPort());
            var request =
                    """
                    GET %s HTTP/1.1
                    Host: %s
                    X-Forwarded-For: %s
                    Authorization: Bearer %s

                    """
                            .formatted(
                                    events.getPath(),
                                    events.getAuthority(),
                                    visitor.address(),
                                    visitor.token())
                            .replace("\n", "\r\n");
            line.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new String(line.getInputStream().readNBytes(15), UTF_8);
            if (!answer.startsWith("HTTP/1.1 200")) {
                throw new IOException(answer);
            }
            synchronized (open) {
                open.add(line);
            }
            return null;
        } finally {
            opening.release();
        }
    }

    private static String resident(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .map(line -> line.replace("VmRSS:", "").strip() + " resident")
                .orElse("?");
    }
}
