package io.taros.knowledge;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.EmbeddingServer;
import io.taros.testing.IndexOnDisk;
import io.taros.testing.RestCaller;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged server, taught with its own model and started again with a provider's. */
class RemoteEmbeddingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String DELIVERY =
            "A parcel to Norway takes four working days. It costs 59 kroner. Sundays do not count.";

    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final EmbeddingServer provider = new EmbeddingServer();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void answersBeforeWhileAndAfterAProviderEmbedsAgain() throws Exception {
        var key = RunningTaros.setUp(data);
        String bot;
        try (var before = RunningTaros.start(data)) {
            var api = new RestCaller(before.url(), key);
            bot = api.bot("Robin");
            var text = Map.of("type", "text", "title", "Delivery", "text", DELIVERY);
            api.finished(api.accepted(api.post("/bots/" + bot + "/sources", text)));
        }

        provider.refuses(503, "Retry-After", "0");
        try (var after = startWithProvider()) {
            var api = new RestCaller(after.url(), key);
            // Twice four tries: it goes on, and after a pause.
            eventually(PATIENCE, () -> assertThat(provider.received()).hasSizeGreaterThan(4));
            assertThatItAnswers(api, bot, "How long does a parcel to Norway take?");
            assertThat(IndexOnDisk.model(data)).startsWith("all-minilm");
        }

        try (var restarted = startWithProvider()) {
            var api = new RestCaller(restarted.url(), key);
            provider.isWell();
            eventually(
                    PATIENCE,
                    () ->
                            assertThat(IndexOnDisk.model(data))
                                    .isEqualTo("openai/text-embedding-3-small/1024"));
            var before = provider.received().size();
            eventually(() -> {
                assertThatItAnswers(api, bot, "How many days does a parcel to Norway take?");
                assertThat(sentSince(before))
                        .containsExactly("How many days does a parcel to Norway take?");
            });

            provider.close();
            assertThatItAnswers(api, bot, "To Norway, how long does a parcel take?");
            assertThat(restarted.log())
                    .doesNotContain(EmbeddingServer.KEY)
                    .doesNotContain("parcel");
        }
    }

    @Test
    void doesNotStartWithoutAKey() {
        var refused =
                RunningTaros.run(
                        "reindex",
                        "--taros.data-dir=" + data,
                        "--taros.models.embedding.provider=mistral");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip())
                .endsWith(
                        "taros.models.embedding.provider is mistral, but taros.models.mistral.api-key is not set.");
    }

    /** No sentence of a passage leaves for a question. */
    private List<String> sentSince(int before) {
        var received = provider.received();
        return received.subList(before, received.size()).stream()
                .flatMap(each -> each.texts().stream())
                .toList();
    }

    private RunningTaros startWithProvider() {
        return RunningTaros.start(
                data,
                "--taros.models.embedding.provider=openai",
                "--taros.models.embedding.question-timeout=20s",
                "--taros.models.openai.api-key=" + EmbeddingServer.KEY,
                "--taros.models.openai.base-url=" + provider.baseUrl());
    }

    private static void assertThatItAnswers(RestCaller api, String bot, String question) {
        var answer = api.post("/bots/" + bot + "/answers", Map.of("question", question)).json();
        assertThat(answer.path("outcome").asString()).as("%s", answer).isEqualTo("answered");
        assertThat(answer.path("answer").asString()).contains("four working days");
    }
}
