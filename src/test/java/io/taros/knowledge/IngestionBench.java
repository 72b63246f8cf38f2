package io.taros.knowledge;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A website, or a file, taught to a running server, and what those who ask it meanwhile notice. See
 * {@code bench/README.md} for the command and the figures.
 */
public final class IngestionBench {
    private static final int QUESTIONS = 100;

    /** In milliseconds; a key may ask ten times a second. */
    private static final int BETWEEN = 200;

    private static final String QUESTION = "How long does delivery take within Denmark?";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String bot;
    private final String key;
    private final ProcessHandle server;
    private String taught;

    private final List<Double> asked = Collections.synchronizedList(new ArrayList<>());
    private int searchable;
    private double searchableAfter;
    private long most;
    private long mostOfReader;

    private IngestionBench(String api, String bot, String key, ProcessHandle server) {
        this.api = api;
        this.bot = bot;
        taught = bot;
        this.key = key;
        this.server = server;
    }

    /**
     * Address of the REST door, bot, key, the server's process, and a folder to serve as a website
     * or a file to hand in, and how often, each time to another bot.
     */
    public static void main(String[] arguments) throws Exception {
        var server = ProcessHandle.of(Long.parseLong(arguments[3])).orElseThrow();
        var bench = new IngestionBench(arguments[0], arguments[1], arguments[2], server);
        var material = Path.of(arguments[4]).toAbsolutePath();
        bench.warmUp();
        bench.ask(QUESTIONS);
        var idle = bench.p99("Idle");
        for (var round = 1; round <= Integer.parseInt(arguments[5]); round++) {
            if (round > 1) {
                bench.next();
            }
            System.out.printf("Round %d%n", round);
            bench.follow(
                    Files.isDirectory(material)
                            ? bench.website(serve(material))
                            : bench.file(material));
            System.out.printf("p99 %.1f times as long as idle%n", bench.p99("Meanwhile") / idle);
        }
        System.exit(0);
    }

    /** Another bot, whose passages have their vectors already; the first one is asked on. */
    private void next() throws Exception {
        taught = post("bots", "{\"name\":\"Next\"}").path("id").asString();
        searchable = 0;
    }

    private static int serve(Path folder) throws IOException {
        var site =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        site.createContext("/", SimpleFileServer.createFileHandler(folder));
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.start();
        return site.getAddress().getPort();
    }

    private void warmUp() throws Exception {
        ask(3 * QUESTIONS);
        asked.clear();
    }

    private void ask(int times) throws Exception {
        for (var i = 0; i < times; i++) {
            ask();
        }
    }

    private void ask() throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer =
                post(
                        "bots/" + bot + "/answers",
                        JSON.writeValueAsString(Map.of("question", QUESTION)));
        asked.add((System.nanoTime() - start) / 1e6);
        if (answer.path("answer").isMissingNode() && answer.path("text").isMissingNode()) {
            throw new IllegalStateException(answer.toString());
        }
        Thread.sleep(BETWEEN);
    }

    private double p99(String when) {
        var sorted = asked.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        asked.clear();
        var p99 = sorted[sorted.length * 99 / 100];
        System.out.printf(
                "%s: %d questions, p50 %.1f, p95 %.1f, p99 %.1f ms%n",
                when,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                p99);
        return p99;
    }

    private String website(int port) throws Exception {
        var url = "http://127.0.0.1:" + port + "/";
        return post(
                        "bots/" + taught + "/sources",
                        JSON.writeValueAsString(Map.of("type", "website", "url", url)))
                .path("id")
                .asString();
    }

    private String file(Path file) throws Exception {
        var boundary = "taros";
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(boundary, file.getFileName());
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send(request("bots/" + taught + "/sources")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body))
                .path("id")
                .asString();
    }

    private void follow(String source) throws Exception {
        var start = System.nanoTime();
        var asking = Thread.ofVirtual().start(this::askOnAndOn);
        until(source, view -> !isBegun(view), start);
        var readAfter = (System.nanoTime() - start) / 1e9;
        var ready = until(source, view -> view.path("status").asString().equals("ready"), start);
        var readyAfter = (System.nanoTime() - start) / 1e9;
        asking.interrupt();
        asking.join();
        var passages = ready.path("passages").asInt();
        System.out.printf(
                "%d pages of %d read in %.1f s (%.1f/s), the last found by its words after %.1f s; %d passages embedded after %.1f s (%.1f/s)%n",
                ready.path("pages").asInt(),
                ready.path("pagesFound").asInt(),
                readAfter,
                ready.path("pages").asInt() / readAfter,
                searchableAfter,
                passages,
                readyAfter,
                passages / readyAfter);
        System.out.printf(
                "%d MB resident at most, %d the process that reads files%n",
                most >> 10, mostOfReader >> 10);
    }

    private void askOnAndOn() {
        try {
            while (!Thread.interrupted()) {
                ask();
            }
        } catch (InterruptedException | IOException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isBegun(JsonNode source) {
        return List.of("queued", "fetching").contains(source.path("status").asString());
    }

    private JsonNode until(String source, Predicate<JsonNode> isSo, long start) throws Exception {
        var said = start;
        while (true) {
            var view = send(request("sources/" + source).GET());
            if (view.path("status").asString().equals("failed")) {
                throw new IllegalStateException(view.toString());
            }
            measure();
            if (view.path("pagesSearchable").asInt() > searchable) {
                searchable = view.path("pagesSearchable").asInt();
                searchableAfter = (System.nanoTime() - start) / 1e9;
            }
            if (isSo.test(view)) {
                return view;
            }
            if (System.nanoTime() - said > 60e9) {
                said = System.nanoTime();
                System.out.println(view);
            }
            Thread.sleep(2 * BETWEEN);
        }
    }

    private void measure() throws IOException {
        most = Math.max(most, resident(server.pid()));
        for (var child : server.descendants().toList()) {
            if (child.info().command().orElse("").endsWith("java")) {
                mostOfReader = Math.max(mostOfReader, resident(child.pid()));
            }
        }
    }

    /** In kilobytes; none where the process has just ended. */
    private static long resident(long process) throws IOException {
        var status = Path.of("/proc/" + process + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
