package io.taros.backup;

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
import io.taros.testing.FilesBelow;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backup of the packaged product brings back everything but what was erased since. */
class RestoreIT {
    private static final String PASSWORD = "three quiet otters";
    private static final Pattern TOKEN = Pattern.compile("taros_[\\w-]+");
    private static final Duration PROCESS_STARTS = Duration.ofMinutes(2);
    private static final String GONE = "quetzalcanary";

    private final Path folder = TestInstallation.freshDirectory().toAbsolutePath();
    private final Path data = folder.resolve("data");
    private final Path backup = folder.resolve("night.taros");
    private final JsonMapper json = JsonMapper.shared();

    private record Taught(String bot, String publicKey, String source) {}

    @Test
    void bringsBackAllButWhatWasErasedSince() throws Exception {
        var key = RunningTaros.setUp(data);
        Taught acme;
        Visitor stays;
        Visitor goes;
        String secret;
        try (var taros = RunningTaros.start(data)) {
            acme = teach(taros, key, "Delivery of a parcel takes two working days.");
            secret = add(taros, key, acme.bot(), "The " + GONE + "source sails at noon.");
            stays = Visitor.start(URI.create(taros.url()), acme.publicKey());
            stays.replyTo(stays.say("How long does delivery of a parcel take?", "c-1"));
            goes = Visitor.start(URI.create(taros.url()), acme.publicKey());
            goes.replyTo(goes.say("Who is the " + GONE + "chat?", "c-1"));
            openBeta(taros);
        }

        var made = run("backup", backup.toString(), "--json", "--taros.data-dir=" + data);
        assertThat(made.get("rows").asLong()).isPositive();
        try (var taros = RunningTaros.start(data)) {
            var browser = new Browser(taros.url());
            assertThat(goes.at(URI.create(taros.url())).call("DELETE", "", "").statusCode())
                    .isEqualTo(204);
            assertThat(browser.rest("DELETE", "/api/v1/sources/" + secret, key, "").status())
                    .isEqualTo(204);
            eraseBeta(taros);
        }

        assertRefusals();
        var elsewhere = folder.resolve("elsewhere");
        var restored =
                run(
                        "restore",
                        backup.toString(),
                        "--journal",
                        data.resolve("erasures.jsonl").toString(),
                        "--json",
                        "--taros.data-dir=" + elsewhere);

        assertThat(restored.get("isJournalKnown").asBoolean())
                .as("a copy may have stopped")
                .isFalse();
        assertThat(restored.get("journalUntil").asString()).isNotBlank();
        assertThat(json.writeValueAsString(restored.get("replayed")))
                .isEqualTo("{\"organization\":1,\"source\":1,\"thread\":1}");
        assertThat(restored.get("rows")).isEqualTo(made.get("rows"));
        assertThat(leftIn(data)).as("the search finds what is there").isNotEmpty();
        assertThat(leftIn(elsewhere)).isEmpty();
        try (var taros = RunningTaros.start(elsewhere)) {
            var browser = new Browser(taros.url());
            var answer =
                    json.readTree(
                            browser.rest(
                                            "POST",
                                            "/api/v1/bots/" + acme.bot() + "/answers",
                                            key,
                                            "{\"question\":\"How long does delivery of a parcel take?\"}")
                                    .body());
            assertThat(answer.at("/citations/0/sourceId").asString()).isEqualTo(acme.source());
            assertThat(browser.rest("GET", "/api/v1/sources/" + secret, key, "").status())
                    .isEqualTo(404);
            try (var line = stays.at(URI.create(taros.url())).listenAfter("0")) {
                assertThat(line.status()).isEqualTo(200);
                assertThat(line.until(Visitor.Event::isReply)).isNotEmpty();
            }
            try (var line = goes.at(URI.create(taros.url())).listenAfter("0")) {
                assertThat(line.status()).isIn(401, 404);
            }
            assertThat(browser.signIn("ada@acme.example", PASSWORD).status()).isEqualTo(303);
            assertThat(browser.get("/organizations").body()).doesNotContain("Beta");
        }
        assertThat(RunningTaros.run("verify-audit", "--taros.data-dir=" + elsewhere))
                .satisfies(whole -> assertThat(whole.exitCode()).as(whole.toString()).isZero());

        assertThatItIsMovedAsideWhateverIsCutOff(elsewhere);
    }

    /** Without a journal from after the backup, which it says; over another one, which it keeps. */
    @Test
    void restoresIntoADatabaseOfTheOperatorsOwn() throws Exception {
        RunningTaros.setUp(data);
        aRegistrationRanOut();
        run("backup", backup.toString(), "--json", "--taros.data-dir=" + data);
        var own =
                new DataDirectory(new TarosSettings(folder.resolve("own"), URI.create("http://a")));
        try (var server =
                new EmbeddedPostgres(own, new DatabaseSettings(null, null, null, false, 2))) {
            var address = server.start();
            var database =
                    new String[] {
                        "--taros.data-dir=" + folder.resolve("node"),
                        "--taros.database.url=" + address.url(),
                        "--taros.database.username=" + address.username(),
                        "--taros.database.password=" + address.password()
                    };

            var first = restore(database);
            assertThat(first.exitCode()).as(first.toString()).isZero();
            assertThat(first.err()).contains("No journal of erasures is known");
            var outcome = json.readTree(first.lastLine());
            assertThat(outcome.get("isJournalKnown").asBoolean()).isFalse();
            assertThat(outcome.get("removed").asLong()).as("its time was over").isOne();
            try (var taros =
                    RunningTaros.start(
                            folder.resolve("node"), Arrays.copyOfRange(database, 1, 4))) {
                var ada = new Browser(taros.url());
                assertThat(ada.signIn("ada@acme.example", PASSWORD).status()).isEqualTo(303);
                assertThat(restore(database).err())
                        .as("one process on the directory")
                        .contains("Another Taros process");
            }
            assertThat(restore(database).err()).contains("--replace");
            var second = restore(plus(database, "--replace"));
            assertThat(second.exitCode()).as(second.toString()).isZero();
            assertThat(json.readTree(second.lastLine()).get("isJournalKnown").asBoolean())
                    .isFalse();
            assertThat(RunningTaros.run(plus(new String[] {"verify-audit"}, database)).exitCode())
                    .isZero();
        } finally {
            own.close();
        }
    }

    private void aRegistrationRanOut() throws SQLException {
        var here = new DataDirectory(new TarosSettings(data, URI.create("http://a")));
        try (var server =
                new EmbeddedPostgres(here, new DatabaseSettings(null, null, null, false, 2))) {
            var address = server.start();
            try (var connection =
                            DriverManager.getConnection(
                                    address.url(), address.username(), address.password());
                    var statement = connection.createStatement()) {
                statement.execute(
                        """
                        insert into registration
                        values (gen_random_uuid(), 'late@acme.example', 'Late', 'en', 'none', '1', false, now() - interval '9 days',
                            now() - interval '2 days')
                        """);
            }
        } finally {
            here.close();
        }
    }

    private RunningTaros.Finished restore(String... more) {
        return RunningTaros.run(plus(new String[] {"restore", backup.toString(), "--json"}, more));
    }

    private static String[] plus(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    /** Killed in the middle, it is as if nothing had been asked; then all of it is done. */
    private void assertThatItIsMovedAsideWhateverIsCutOff(Path target) throws Exception {
        var taken = RunningTaros.run("restore", backup.toString(), "--taros.data-dir=" + target);
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err()).contains("--replace");
        var before = Files.readString(target.resolve("postgres/password"));
        var cutOff =
                RunningTaros.begin(
                        "restore", backup.toString(), "--replace", "--taros.data-dir=" + target);
        eventually(
                PROCESS_STARTS,
                () ->
                        assertThat(target.resolve("restoring/postgres/cluster/postmaster.pid"))
                                .exists());
        cutOff.destroyForcibly().waitFor();
        assertThat(target.resolve("postgres/password")).hasContent(before);

        var done =
                run(
                        "restore",
                        backup.toString(),
                        "--replace",
                        "--json",
                        "--taros.data-dir=" + target);

        var aside = Path.of(done.get("replaced").asString());
        assertThat(aside).startsWith(target);
        assertThat(aside.resolve("postgres/password")).hasContent(before);
        assertThat(target.resolve("restoring")).doesNotExist();
        assertThat(target.resolve("restoring.json")).doesNotExist();
        assertThat(done.get("isJournalKnown").asBoolean())
                .as("what it replaced had its journal from a copy that had stopped")
                .isFalse();
        assertThat(done.get("journalUntil").isNull()).isFalse();
        RunningTaros.start(target).close();
    }

    private static String anotherMasterKey() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(
                        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
    }

    private void assertRefusals() throws IOException, GeneralSecurityException {
        var target = folder.resolve("refused");
        var keys = Path.of(backup + ".keys");
        var moved = Files.move(keys, folder.resolve("elsewhere.keys"));
        var missing = RunningTaros.run("restore", backup.toString(), "--taros.data-dir=" + target);
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err().strip().lines())
                .singleElement()
                .asString()
                .contains("--keys FILE");
        Files.move(moved, keys);
        assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1))
                .as("without its keys it is noise")
                .doesNotContain(GONE, "Acme", "Beta", "Delivery");

        var cut = folder.resolve("cut.taros");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(backup), 5_000));
        var damaged =
                RunningTaros.run(
                        "restore", cut.toString(), "--keys=" + keys, "--taros.data-dir=" + target);
        assertThat(damaged.exitCode()).isEqualTo(2);
        assertThat(damaged.err().strip().lines()).singleElement().asString().contains("cut off");
        var stranger =
                RunningTaros.run(
                        "restore",
                        backup.toString(),
                        "--taros.crypto.master-key=" + anotherMasterKey(),
                        "--taros.data-dir=" + target);
        assertThat(stranger.exitCode()).as(stranger.toString()).isEqualTo(2);
        assertThat(stranger.err()).contains("does not open with this master key");
        assertThat(Files.list(target).map(path -> path.getFileName().toString()))
                .containsOnly("lock");
        var twice = RunningTaros.run("backup", backup.toString(), "--taros.data-dir=" + data);
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err()).contains("exists already");
    }

    /** In a table, in what tables leave behind, in a file of any kind. */
    private static List<Path> leftIn(Path where) throws IOException {
        var found = new ArrayList<Path>();
        FilesBelow.read(
                where,
                (file, bytes) -> {
                    var content = new String(bytes, StandardCharsets.ISO_8859_1);
                    if (content.contains(GONE) || content.contains("Betacanary")) {
                        found.add(file);
                    }
                });
        return found;
    }

    private void openBeta(RunningTaros taros) {
        var ada = new Browser(taros.url());
        ada.signIn("ada@acme.example", PASSWORD);
        ada.get("/organizations");
        assertThat(ada.post("/organizations", "organization", "Betacanary").status())
                .isEqualTo(303);
        ada.get("/settings/api-keys");
        var page =
                ada.post(
                        "/settings/api-keys",
                        "name",
                        "all",
                        "scopes",
                        "bots:read",
                        "scopes",
                        "bots:write",
                        "scopes",
                        "sources:read",
                        "scopes",
                        "sources:write");
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        teach(taros, token.group(), "What Betacanary sells is a " + GONE + " of its own.");
    }

    private void eraseBeta(RunningTaros taros) {
        var ada = new Browser(taros.url());
        ada.signIn("ada@acme.example", PASSWORD);
        var page = ada.get("/organizations").body();
        var choice =
                Pattern.compile("/organizations/([0-9a-f-]{36})/choice").matcher(page).results();
        var ids = choice.map(found -> found.group(1)).distinct().toList();
        for (var id : ids) {
            ada.get("/organizations");
            ada.post("/organizations/" + id + "/choice");
            if (ada.get("/settings/organization").body().contains("Betacanary")) {
                break;
            }
        }
        ada.get("/settings/closing");
        assertThat(ada.post("/settings/closing", "name", "Betacanary").status()).isEqualTo(303);
        ada.get("/closed");
        assertThat(ada.post("/closed/erasure", "name", "Betacanary").status()).isEqualTo(303);
        eventually(() ->
                assertThat(Files.readString(data.resolve("erasures.jsonl")))
                        .contains("\"organization\""));
        eventually(() -> assertThat(ada.get("/organizations").body()).doesNotContain("Betacanary"));
    }

    private Taught teach(RunningTaros taros, String key, String text) {
        var bot =
                json.readTree(
                        new Browser(taros.url())
                                .rest(
                                        "POST",
                                        "/api/v1/bots",
                                        key,
                                        "{\"name\":\"Robin\",\"threshold\":0.1}")
                                .body());
        var id = bot.path("id").asString();
        return new Taught(id, bot.path("publicKey").asString(), add(taros, key, id, text));
    }

    private String add(RunningTaros taros, String key, String bot, String text) {
        var browser = new Browser(taros.url());
        var source =
                json.readTree(
                        browser.rest(
                                        "POST",
                                        "/api/v1/bots/" + bot + "/sources",
                                        key,
                                        json.writeValueAsString(
                                                java.util.Map.of(
                                                        "type", "text", "title", text, "text",
                                                        text)))
                                .body());
        var id = source.path("id").asString();
        eventually(() ->
                assertThat(browser.rest("GET", "/api/v1/sources/" + id, key, "").body())
                        .contains("\"ready\""));
        return id;
    }

    private JsonNode run(String... arguments) {
        var done = RunningTaros.run(arguments);
        assertThat(done.exitCode()).as("%s", List.of(done.out(), done.err())).isZero();
        return json.readTree(done.lastLine());
    }
}
