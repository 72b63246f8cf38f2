package io.taros.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.RestCaller;
import io.taros.testing.RunningTaros;
import io.taros.testing.RunningTaros.Finished;
import io.taros.testing.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as it is typed, with the packaged jar: for a server elsewhere, and for data here. */
class GoldenIT {
    private static final String FAILED =
            "How much is shipping?\n  The answer does not say “a fortune”.\n";

    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final JsonMapper json = new JsonMapper();
    private String key = "";
    private String bot = "";

    @Test
    void endsWithTheVerdictOverRestAndOnTheDataDirectory() throws IOException {
        key = RunningTaros.setUp(data);
        try (var server = RunningTaros.start(data)) {
            var api = new RestCaller(server.url(), key);
            bot = taught(api);
            assertThat(elsewhere(server.url(), key).err()).contains("There is nothing to ask yet");
            hold(api, "How long does a parcel to Norway take?", "four working days");
            assertThat(elsewhere(server.url() + "/", key))
                    .isEqualTo(new Finished(0, "", "1 of 1 passed\n"));
            hold(api, "How much is shipping?", "a fortune");

            assertThat(elsewhere(server.url(), key))
                    .isEqualTo(new Finished(1, FAILED, "1 of 2 passed\n"));
            var told = elsewhere(server.url(), key, "--json");
            assertThat(told.exitCode()).isEqualTo(1);
            assertThat(json.readTree(told.lastLine()).path("changes").isArray()).isTrue();
            assertVerdict(json.readTree(told.lastLine()));
            refusesWhatCannotBeRunThere(server.url());
            assertThat(here("--bot", bot))
                    .satisfies(busy -> assertThat(busy.exitCode()).isEqualTo(2));
        }
        runsHere();
        try (var server = RunningTaros.start(data)) {
            var runs =
                    new RestCaller(server.url(), key).get("/bots/" + bot + "/golden-runs").json();
            assertThat(runs.path("data").values())
                    .extracting(run -> run.path("status").asString())
                    .hasSize(5)
                    .containsOnly("finished");
        }
    }

    private void refusesWhatCannotBeRunThere(String url) {
        assertThat(elsewhere(url, "taros_wrong"))
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .satisfies(
                        refused -> assertThat(refused.err()).contains("localhost answered 401: "));
        assertThat(elsewhere("ftp://localhost", key).err()).startsWith("Give the address");
        assertThat(elsewhere("http://localhost:1", key))
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .satisfies(refused -> assertThat(refused.err()).contains("could not be reached"));
        assertThat(elsewhere(url, key, "--questions", "x.csv").err()).startsWith("With --url");
        var keyless = RunningTaros.run("golden", "--url", url, "--bot", bot);
        assertThat(keyless.exitCode()).isEqualTo(2);
        assertThat(keyless.err()).startsWith("Give an API key");
    }

    private void runsHere() throws IOException {
        var asked = here("--bot", bot);
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out()).endsWith(FAILED);
        assertThat(asked.err()).isEqualTo("1 of 2 passed\n");
        var told = here("--bot", bot, "--json");
        assertThat(told.exitCode()).isEqualTo(1);
        assertVerdict(json.readTree(told.lastLine()));

        var file = data.resolve("golden.csv");
        Files.writeString(
                file,
                "question,expectation,required\nWhat does a parcel to Norway cost?,,59 kroner\nWho composed the moonlight sonata?,no_answer\n");
        var others = here("--bot", bot, "--questions", file.toString());
        assertThat(others.exitCode()).as(others.out()).isZero();
        assertThat(others.err()).isEqualTo("2 of 2 passed\n");
        Files.writeString(file, "question,expectation\nWhat?,perhaps\n");
        var wrong = here("--bot", bot, "--questions", file.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("Line 2 is wrong");
        var unknown = here("--bot=" + UUID.randomUUID());
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("There is no bot");
    }

    private void assertVerdict(JsonNode run) {
        assertThat(run.path("total").asInt()).isEqualTo(2);
        assertThat(run.path("failed").asInt()).isEqualTo(1);
        var failed = run.path("results").path(1);
        assertThat(failed.path("passed").asBoolean()).isFalse();
        assertThat(failed.path("failures").path(0).path("code").asString()).isEqualTo("missing");
        assertThat(failed.path("answer").path("sources").path(0).path("title").asString())
                .isEqualTo("Delivery");
    }

    private String taught(RestCaller api) {
        var made = api.bot("Robin");
        var source =
                Map.of(
                        "type",
                        "text",
                        "title",
                        "Delivery",
                        "text",
                        "A parcel to Norway takes four working days. Shipping of a parcel to Norway costs 59 kroner.");
        api.finished(api.accepted(api.post("/bots/" + made + "/sources", source)));
        return made;
    }

    private void hold(RestCaller api, String question, String required) {
        var added =
                api.post(
                        "/bots/" + bot + "/golden-questions",
                        Map.of("question", question, "required", List.of(required)));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
    }

    private Finished elsewhere(String url, String with, String... more) {
        var typed = new ArrayList<>(List.of("golden", "--url", url, "--key", with, "--bot", bot));
        typed.addAll(List.of(more));
        return RunningTaros.run(typed.toArray(String[]::new));
    }

    private Finished here(String... more) {
        var typed = new ArrayList<>(List.of("golden", "--taros.data-dir=" + data));
        typed.addAll(List.of(more));
        return RunningTaros.run(typed.toArray(String[]::new));
    }
}
