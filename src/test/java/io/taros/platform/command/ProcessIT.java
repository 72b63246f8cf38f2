package io.taros.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.testing.Browser;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What an operator meets: the packaged jar, its data directory, its exit codes. */
class ProcessIT {
    private static final Pattern LINK =
            Pattern.compile("http://localhost:\\d+(/welcome\\?code=([\\w-]+))");
    private static final String PASSWORD = "three quiet otters";

    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final JsonMapper json = new JsonMapper();

    @Test
    void startsFromNothingAndBelongsToWhoeverReadsTheLog() throws Exception {
        var cutOff = Files.createDirectories(data.resolve("postgres/unfinished"));
        Files.writeString(cutOff.resolve("PG_VERSION"), "18");
        try (var taros = RunningTaros.start(data)) {
            var browser = new Browser(taros.url());
            assertThat(browser.get("/settings").header("Location")).isEqualTo("/sign-in");
            var links = LINK.matcher(taros.log()).results().toList();
            assertThat(links).hasSize(1);

            browser.get(links.getFirst().group(1));
            var created = create(browser, links.getFirst().group(2));

            assertThat(created.status()).isEqualTo(303);
            assertThat(browser.get("/settings/api-keys").status()).isEqualTo(200);
            assertThatItKeepsItsDatabaseToItself();
            assertThatASecondServerIsRefused();
            assertThat(taros.stop()).isIn(0, 143);
        }
        assertThat(postgresIsRunning()).isFalse();
    }

    @Test
    void takesOverTheDatabaseOfAKilledServer() throws Exception {
        var key = setUp();
        var first = RunningTaros.start(data);
        first.kill();
        assertThat(postgresIsRunning()).isTrue();

        try (var second = RunningTaros.start(data)) {
            assertThat(new Browser(second.url()).rest("GET", "/api/v1/bots", key, "").status())
                    .isEqualTo(200);
            assertThat(second.log()).doesNotContain("/welcome?code=");
        }

        assertThat(postgresIsRunning()).isFalse();
    }

    @Test
    void keepsItsClassesReadyForTheNextStart() throws Exception {
        var archive = Files.write(data.resolve("classes.jsa"), new byte[1_000_000]);
        RunningTaros.startWithClassArchive(data).close();
        assertThat(Files.size(archive)).as("written anew").isGreaterThan(1_000_000);

        try (var second = RunningTaros.startWithClassArchive(data)) {
            assertThat(Path.of("/proc/%d/maps".formatted(second.pid())))
                    .content()
                    .contains(archive.toString());
        }
    }

    @Test
    void setsUpOnceWithoutABrowser() throws Exception {
        var key = setUp();

        var again = setup("grace@acme.example", PASSWORD);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err().strip().lines()).hasSize(1);
        assertThat(again.out()).doesNotContain("apiKey");
        assertThat(postgresIsRunning()).isFalse();
        try (var taros = RunningTaros.start(data)) {
            var browser = new Browser(taros.url());
            assertThat(browser.rest("POST", "/api/v1/bots", key, "{\"name\": \"Robin\"}").status())
                    .isEqualTo(201);
            assertThat(browser.signIn("ada@acme.example", PASSWORD).status()).isEqualTo(303);
        }
    }

    private static Browser.Page create(Browser browser, String code) {
        return browser.post(
                "/welcome",
                "code",
                code,
                "name",
                "Ada",
                "email",
                "ada@acme.example",
                "password",
                PASSWORD,
                "organization",
                "Acme",
                "age",
                "true");
    }

    private String setUp() {
        var done = setup("ada@acme.example", PASSWORD);
        assertThat(done.exitCode()).as(done.err()).isZero();
        var printed = json.readTree(done.lastLine());
        assertThat(printed.get("organizationId").asString()).hasSize(36);
        return printed.get("apiKey").asString();
    }

    /** Options in both ways they may be written. */
    private RunningTaros.Finished setup(String email, String password) {
        return RunningTaros.run(
                "setup",
                "--email",
                email,
                "--password=" + password,
                "--organization",
                "Acme",
                "--taros.data-dir=" + data);
    }

    private RunningTaros.Finished run(String first) {
        return RunningTaros.run(first, "--taros.data-dir=" + data);
    }

    private void assertThatASecondServerIsRefused() {
        var second = run("serve");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err().strip().lines())
                .singleElement()
                .asString()
                .contains("Another Taros process", data.toString());
    }

    private void assertThatItKeepsItsDatabaseToItself() throws Exception {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("postgres/password"))))
                .isEqualTo("rw-------");
        var port = Integer.parseInt(pidFile().get(3).strip());
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses()
                    .filter(address -> !address.isLoopbackAddress())
                    .forEach(address ->
                            assertThat(answers(address, port)).as("%s", address).isFalse());
        }
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/taros",
                                "taros_owner",
                                "guess"))
                .hasMessageContaining("password authentication failed");
        assertThat(Files.readString(data.resolve("postgres/cluster/pg_hba.conf")).lines())
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .allSatisfy(line -> assertThat(line).contains("scram-sha-256"));
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean postgresIsRunning() throws IOException {
        if (!Files.exists(data.resolve("postgres/cluster/postmaster.pid"))) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
    }
}
