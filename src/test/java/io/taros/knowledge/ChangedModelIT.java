package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.IndexOnDisk;
import io.taros.testing.RestCaller;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged server, started again with an embedding model of the operator's. */
class ChangedModelIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int QUESTIONS = 10;

    /** Enough that embedding them again is not over before the first question. */
    private static final int OTHERS = 100;

    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final Path folder =
            data.resolveSibling(data.getFileName() + "-models").resolve("our-model");

    @Test
    void goesOnAnsweringWhileItEmbedsAgain() throws IOException {
        copyTheBuiltInModel();
        var key = RunningTaros.setUp(data);
        String bot;
        try (var before = RunningTaros.start(data)) {
            var api = new RestCaller(before.url(), key);
            bot = api.bot("Robin");
            teach(api, bot);
            assertThatItAnswers(api, bot);
        }

        try (var after = RunningTaros.start(data, "--taros.models.embedding.onnx-dir=" + folder)) {
            var api = new RestCaller(after.url(), key);
            for (var i = 0; i < QUESTIONS; i++) {
                assertThatItAnswers(api, bot);
            }
            eventually(
                    PATIENCE, () -> assertThat(IndexOnDisk.model(data)).startsWith("our-model@"));
            assertThatItAnswers(api, bot);
        }
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        copyTheBuiltInModel();
        Files.delete(folder.resolve("model.onnx"));

        var refused =
                RunningTaros.run(
                        "reindex",
                        "--taros.data-dir=" + data,
                        "--taros.models.embedding.onnx-dir=" + folder);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip())
                .endsWith(
                        "taros.models.embedding.onnx-dir is %s, but there is no model.onnx in it that can be read."
                                .formatted(folder));
    }

    private static void teach(RestCaller api, String bot) {
        var path = "/bots/" + bot + "/sources";
        var delivery = "A parcel to Norway takes four working days and costs 59 kroner.";
        var text = Map.of("type", "text", "title", "Delivery", "text", delivery);
        api.finished(api.accepted(api.post(path, text)));
        var handbook = new StringBuilder();
        for (var i = 0; i < OTHERS; i++) {
            handbook.append("# Machine %1$d\n\n".formatted(i))
                    .append(
                            "Machine %1$d is cleaned on day %1$d of the year. "
                                    .formatted(i)
                                    .repeat(8))
                    .append("\n\n");
        }
        api.finished(api.accepted(api.upload(bot, "handbook.md", handbook.toString().getBytes())));
    }

    private static void assertThatItAnswers(RestCaller api, String bot) {
        var question = Map.of("question", "How long does a parcel to Norway take?");
        var answer = api.post("/bots/" + bot + "/answers", question).json();
        assertThat(answer.path("outcome").asString()).as("%s", answer).isEqualTo("answered");
        assertThat(answer.path("answer").asString()).contains("four working days");
    }

    private void copyTheBuiltInModel() throws IOException {
        Files.createDirectories(folder);
        copy("all-minilm-l6-v2-q.onnx", "model.onnx");
        copy("all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
    }

    private void copy(String resource, String file) throws IOException {
        try (var stream = getClass().getClassLoader().getResourceAsStream(resource)) {
            Files.write(folder.resolve(file), stream.readAllBytes());
        }
    }
}
