package io.taros;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.knowledge.extract.SharedData;
import io.taros.organization.Tenants;
import io.taros.platform.web.RateLimits;
import io.taros.testing.Eventually;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public collections of hostile files and texts, sent to a running server; skipped where they do
 * not lie beside the checkout.
 */
@TarosTest
class HostileInputTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Tenants tenants;
    private final RateLimits limits;
    @LocalServerPort private int port;
    private RestCaller api;
    private String bot;

    HostileInputTest(Tenants tenants, RateLimits limits) {
        this.tenants = tenants;
        this.limits = limits;
    }

    @BeforeEach
    void open() {
        api = new RestCaller("http://localhost:" + port, tenants.open("Acme").apiKey());
        bot = api.bot("Robin");
    }

    @Test
    void filesEndAsTextOrAsOneSentence() throws IOException {
        var sources = new LinkedHashMap<String, String>();
        for (var folder : List.of("attack/pdf", "attack/upload")) {
            for (var file : files(folder)) {
                var name = file.getFileName().toString();
                sources.put(name, api.accepted(api.upload(bot, name, Files.readAllBytes(file))));
                limits.reset();
            }
        }

        sources.forEach((name, source) -> {
            Eventually.eventually(
                    PATIENCE,
                    Duration.ofMillis(200),
                    () -> {
                        limits.reset();
                        assertThat(api.get("/sources/" + source).at("status"))
                                .isIn("ready", "failed");
                    });
            var found = api.get("/sources/" + source).json();
            if (found.path("status").asString("").equals("failed")) {
                assertThat(found.path("error").asString(""))
                        .as(name)
                        .matches("\\p{Lu}.*\\.")
                        .doesNotContain("Exception");
            }
        });
        assertThat(sources).hasSizeGreaterThan(50);
    }

    @Test
    void jsonIsTakenOrRefusedAndNeverAnErrorOfOurs() throws IOException {
        for (var file : files("attack/json_parsing")) {
            var name = file.getFileName().toString();
            var content = Files.readAllBytes(file);
            var asField = send("/bots", "{\"name\": \"R\", \"unknown\": ", content, "}");
            var asHistory =
                    send(
                            "/bots/" + bot + "/answers",
                            "{\"question\": \"Hi\", \"history\": ",
                            content,
                            "}");
            limits.reset();

            assertThat(List.of(asField.status(), asHistory.status()))
                    .as(name)
                    .allMatch(status -> status < 500);
            switch (name.charAt(0)) {
                case 'y' -> assertThat(asField.status()).as(name).isEqualTo(201);
                case 'n' -> assertThat(asField.refusal(400)).as(name).isNotBlank();
                default -> assertThat(asField.status()).as(name).isIn(201, 400);
            }
        }
    }

    @Test
    void textsComeBackAsTheyWere() throws IOException {
        var payloads =
                SharedData.rows(SharedData.folder("attack").resolve("naughty.jsonl")).stream()
                        .map(row -> row.get("payload").stringValue())
                        .toList();
        var text = payloads.stream().collect(Collectors.joining("\n\n"));
        var source =
                api.accepted(
                        api.post(
                                "/bots/" + bot + "/sources",
                                Map.of("type", "text", "title", "Strings", "text", text)));
        for (var payload : payloads) {
            var added = api.post("/bots", Map.of("name", "Robin", "instructions", payload));
            limits.reset();
            assertThat(added.status()).as(payload).isEqualTo(201);
            assertThat(added.at("instructions")).isEqualTo(payload.strip());
        }
        sayInAChat(payloads);
        api.finished(source);

        assertThat(
                        api.get("/sources/" + source + "/documents")
                                .json()
                                .path("data")
                                .path(0)
                                .path("text")
                                .asString())
                .isEqualTo(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private void sayInAChat(List<String> payloads) {
        var visitor =
                Visitor.start(
                        URI.create("http://localhost:" + port),
                        api.get("/bots/" + bot).at("publicKey"));
        var said =
                IntStream.range(0, payloads.size())
                        .filter(number -> number % 5 == 0 && !payloads.get(number).isBlank())
                        .mapToObj(payloads::get)
                        .toList();
        for (var number = 0; number < said.size(); number++) {
            assertThat(visitor.post(said.get(number), "c-" + number).statusCode())
                    .as(said.get(number))
                    .isEqualTo(202);
            limits.reset();
        }

        var export = JsonMapper.shared().readTree(visitor.call("GET", "/export", "").body());
        assertThat(export.path("messages"))
                .filteredOn(message -> message.path("role").asString().equals("visitor"))
                .extracting(message -> message.path("text").asString())
                .containsExactlyElementsOf(said.stream().map(String::strip).toList());
    }

    private RestCaller.Answer send(String path, String before, byte[] content, String after) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return api.send(
                "POST", path, "application/json", BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(SharedData.folder(folder))) {
            return files.sorted().toList();
        }
    }
}
