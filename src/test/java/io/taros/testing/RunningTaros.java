package io.taros.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jar as a process of its own, as an operator runs it. */
public final class RunningTaros implements AutoCloseable {
    /** A command that came to its end. */
    public record Finished(int exitCode, String out, String err) {
        public String lastLine() {
            return out.strip().lines().reduce((first, second) -> second).orElse("");
        }
    }

    private static final Path PROCESSES = Path.of("target", "processes").toAbsolutePath();

    /** One for all data directories: each would otherwise write its own, which takes seconds. */
    private static final List<String> SHARED_CLASSES =
            List.of(
                    // Over before the second compiler would pay.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:SharedArchiveFile=" + PROCESSES.resolve("classes.jsa"),
                    "-Xlog:cds*=off",
                    "-Xlog:aot*=off");

    private static final String KEY = "api-key.txt";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern LINK =
            Pattern.compile("http://localhost:\\d+/welcome\\?code=[\\w-]+");

    private final Process process;
    private final Path data;
    private final Path log;
    private final int port;

    private RunningTaros(Process process, Path data, Path log, int port) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    /** Returns once the server says it is ready. */
    public static RunningTaros start(Path data, String... flags) {
        var machine = new ArrayList<>(SHARED_CLASSES);
        machine.add("-XX:+AutoCreateSharedArchive");
        return start(machine, data, flags);
    }

    /** The same, with the classes of a start in the data directory, as delivered. */
    public static RunningTaros startWithClassArchive(Path data) {
        return start(List.of(), data);
    }

    private static RunningTaros start(List<String> machine, Path data, String... flags) {
        var port = freePort();
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--taros.data-dir=" + data,
                                "--server.port=" + port,
                                "--taros.crawl.delay=0s",
                                "--taros.crawl.allowed-private-addresses=127.0.0.0/8,::1/128"));
        arguments.addAll(List.of(flags));
        var log = temporaryFile();
        var running = new RunningTaros(launch(machine, arguments, log, log), data, log, port);
        running.awaitReady();
        return running;
    }

    public static Finished run(String... arguments) {
        var out = temporaryFile();
        var err = temporaryFile();
        var process = launch(SHARED_CLASSES, List.of(arguments), out, err);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Did not end: " + String.join(" ", arguments));
            }
            return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One that goes on meanwhile. */
    public static Process begin(String... arguments) {
        var log = temporaryFile();
        return launch(SHARED_CLASSES, List.of(arguments), log, log);
    }

    /**
     * The first account of this data directory, ada@acme.example; returns its API key. It is made
     * once for all, for it takes as long as a start, and copied.
     */
    public static String setUp(Path data) {
        try {
            var made = madeOnce();
            var copying =
                    new ProcessBuilder("cp", "-a", made + "/.", data.toString())
                            .inheritIO()
                            .start();
            if (copying.waitFor() != 0) {
                throw new AssertionError("Cannot copy " + made);
            }
            return Files.readString(data.resolve(KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Tests run in several processes. */
    private static Path madeOnce() throws IOException {
        var jar = Path.of(System.getProperty("taros.jar"));
        var made =
                Files.createDirectories(PROCESSES)
                        .resolve("set-up-" + Files.getLastModifiedTime(jar).toMillis());
        try (var lock =
                        FileChannel.open(
                                PROCESSES.resolve("set-up.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assert held.isValid();
            if (!Files.exists(made)) {
                var making = Files.createTempDirectory(PROCESSES, "set-up");
                Files.writeString(making.resolve(KEY), setUpWith(making));
                Files.move(making, made, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return made;
    }

    /** The same with settings of its own. */
    public static String setUpWith(Path data, String... flags) {
        var command =
                List.of(
                        "setup",
                        "--email",
                        "ada@acme.example",
                        "--password",
                        "three quiet otters",
                        "--organization",
                        "Acme",
                        "--taros.data-dir=" + data);
        var done = run(Stream.concat(command.stream(), Stream.of(flags)).toArray(String[]::new));
        if (done.exitCode() != 0) {
            throw new AssertionError("setup ended with " + done);
        }
        return JsonMapper.shared().readTree(done.lastLine()).path("apiKey").asString();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** The link in the log of a fresh installation, for whoever becomes its owner. */
    public String invitation() {
        return LINK.matcher(log())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is invited:\n" + log()))
                .group();
    }

    public Path data() {
        return data;
    }

    public long pid() {
        return process.pid();
    }

    /** Everything it has printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: no hook runs, nothing is flushed. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /**
     * The same for the server and every process of its database, in the midst of what they write.
     */
    public void killWithItsDatabase() {
        var postmaster = ProcessHandle.of(Long.parseLong(postmasterFile().getFirst().strip()));
        var database =
                postmaster.stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .toList();
        if (database.size() < 2) {
            throw new AssertionError("The database of " + data + " is not running");
        }
        database.forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    private List<String> postmasterFile() {
        try {
            return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a service manager stops it. */
    public int stop() {
        process.destroy();
        awaitEnd();
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Taros does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        try (var http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create(url() + "/actuator/health")).build();
            Eventually.eventually(
                    PATIENCE,
                    () -> {
                        if (!process.isAlive()) {
                            return;
                        }
                        if (http.send(health, BodyHandlers.discarding()).statusCode() != 200) {
                            throw new AssertionError("not ready");
                        }
                    });
        }
        if (!process.isAlive()) {
            throw new AssertionError("Taros did not start:\n" + log());
        }
    }

    private static Process launch(
            List<String> machine, List<String> arguments, Path out, Path err) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx700m");
        command.addAll(machine);
        command.addAll(List.of("-jar", System.getProperty("taros.jar")));
        command.addAll(arguments);
        try {
            var builder = new ProcessBuilder(command).redirectOutput(out.toFile());
            return (out.equals(err)
                            ? builder.redirectErrorStream(true)
                            : builder.redirectError(err.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile(Files.createDirectories(PROCESSES), "taros", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
