package io.taros.platform.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * A Chromium that is spoken to through its standard input and output, and cut off from every
 * network: no name resolves for it, and its proxy is nowhere. It leads a group of processes, so
 * that all it started ends with it; when the server is gone it ends by itself.
 */
final class BrowserProcess implements AutoCloseable {
    /** More than its page may take, for what it takes besides. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Tenths of a second. */
    private static final int FORGETS_WITHIN = 50;

    private static final Set<String> HANDED_DOWN = Set.of("PATH", "LANG", "LC_ALL");

    /** Of memory that a process of its may fill, in kilobytes. */
    private static final int MAX_DATA = 1 << 20;

    /**
     * Java hands down three descriptors, Chromium listens on the fourth and speaks on the fifth.
     */
    private static final String SCRIPT =
            """
            ulimit -d "$1"; home=$2; shift 2
            "$@" 3<&0 4>&1 </dev/null >/dev/null
            rm -rf "$home"
            """;

    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--remote-debugging-pipe",
                    "--proxy-server=http://nowhere.invalid:1",
                    "--proxy-bypass-list=<-loopback>",
                    "--host-resolver-rules=MAP * ~NOTFOUND",
                    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
                    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-extensions",
                    "--disable-breakpad",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--renderer-process-limit=2",
                    "--js-flags=--max-old-space-size=256",
                    "--mute-audio",
                    "--no-first-run",
                    "--no-default-browser-check");

    private final Process process;
    private final Path home;
    private final DevTools tools;
    private final Thread watch;

    private BrowserProcess(Process process, Path home, Duration patience) {
        this.process = process;
        this.home = home;
        tools = new DevTools(process.getOutputStream(), process.getInputStream());
        watch = Thread.ofVirtual().name("browser-watch").start(() -> endAfter(patience));
    }

    static BrowserProcess start(BrowserSettings settings, String userAgent, Duration patience)
            throws IOException {
        Path home = Files.createTempDirectory("taros-browser");
        try {
            var builder = new ProcessBuilder(command(settings, userAgent, home));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(HANDED_DOWN);
            builder.environment().put("HOME", home.toString());
            builder.environment().put("TMPDIR", home.toString());
            return new BrowserProcess(builder.start(), home, patience.plus(GRACE));
        } catch (IOException broken) {
            FileSystemUtils.deleteRecursively(home);
            throw broken;
        }
    }

    DevTools tools() {
        return tools;
    }

    @Override
    public void close() {
        watch.interrupt();
        kill();
        tools.close();
        forget();
    }

    /** What reports crashes is in no group; it ends soon after, and may write until then. */
    private void forget() {
        for (int attempt = 1; attempt <= FORGETS_WITHIN && !isForgotten(); attempt++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean isForgotten() {
        try {
            FileSystemUtils.deleteRecursively(home);
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private static List<String> command(BrowserSettings settings, String userAgent, Path home) {
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, "browser"));
        command.add(String.valueOf(MAX_DATA));
        command.add(home.toString());
        command.add(settings.browser());
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + home.resolve("profile"));
        command.add("--user-agent=" + userAgent);
        if (!settings.browserSandbox()) {
            command.add("--no-sandbox");
        }
        return command;
    }

    private void endAfter(Duration patience) {
        try {
            Thread.sleep(patience);
            kill();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end of all, so that nobody writes into the profile while it is deleted. */
    private void kill() {
        try {
            new ProcessBuilder("sh", "-c", "kill -KILL \"-$1\"", "kill", "" + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
