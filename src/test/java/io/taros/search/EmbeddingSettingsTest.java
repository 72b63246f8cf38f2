package io.taros.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.StartRefused;
import io.taros.platform.models.ModelSettings;
import io.taros.search.remote.RemoteEmbedder;
import io.taros.testing.RememberedCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EmbeddingSettingsTest {
    private final OnnxEmbedder local = OnnxEmbedder.miniLm();

    private Embedder embedder(Map<String, String> properties) {
        var all = new HashMap<String, String>();
        properties.forEach((name, value) -> all.put("taros.models." + name, value));
        var binder = new Binder(new MapConfigurationPropertySource(all));
        return new EmbeddingConfiguration()
                .embedder(
                        binder.bindOrCreate("taros.models.embedding", EmbeddingSettings.class),
                        binder.bindOrCreate("taros.models", ModelSettings.class),
                        local,
                        InstantSource.system(),
                        RememberedCalls.anyway());
    }

    @Test
    void staysInTheProcessUnlessToldOtherwise() {
        assertThat(embedder(Map.of())).isSameAs(local);
        assertThat(embedder(Map.of("openai.api-key", "sk"))).isSameAs(local);
        assertThat(embedder(Map.of("embedding.provider", "built-in"))).isSameAs(local);
    }

    @Test
    void waitsTwoSecondsForAQuestion() {
        var settings =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("taros.models.embedding", EmbeddingSettings.class);

        assertThat(settings.questionTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void knowsEachProvidersUsualModel() {
        assertThat(embedder(Map.of("embedding.provider", "openai", "openai.api-key", "sk")).model())
                .isEqualTo("openai/text-embedding-3-small/1024");
        assertThat(
                        embedder(Map.of("embedding.provider", "mistral", "mistral.api-key", "sk"))
                                .model())
                .isEqualTo("mistral/mistral-embed/1024");
    }

    @Test
    void asksAServerOfOnesOwnWithoutAKey() {
        var embedder =
                embedder(
                        Map.of(
                                "embedding.provider", "compatible",
                                "embedding.model", "nomic-embed-text",
                                "embedding.dimensions", "768",
                                "compatible.base-url", "http://localhost:11434/v1"));

        assertThat(embedder).isInstanceOf(RemoteEmbedder.class);
        assertThat(embedder.model()).isEqualTo("compatible/nomic-embed-text/768");
        assertThat(embedder.weightFor("da")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "text-embedding-3-large, -, true",
                "mistral-embed, -, true",
                "paraphrase-multilingual-MiniLM-L12-v2, -, true",
                "BAAI/bge-m3, -, true",
                "nomic-embed-text, -, false",
                "nomic-embed-text, true, true",
                "bge-m3, false, false"
            })
    void knowsWhichModelsCompareLanguages(
            String model, @Nullable String said, boolean isMultilingual) {
        var settings =
                new HashMap<>(
                        Map.of(
                                "embedding.provider", "compatible",
                                "embedding.model", model,
                                "compatible.base-url", "http://localhost:11434/v1"));
        if (said != null) {
            settings.put("embedding.multilingual", said);
        }

        assertThat(embedder(settings).isMultilingual()).isEqualTo(isMultilingual);
        assertThat(local.isMultilingual()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "openai,taros.models.openai.api-key",
        "mistral,taros.models.mistral.api-key",
        "compatible,taros.models.embedding.model"
    })
    void namesWhatIsMissing(String provider, String setting) {
        assertThatThrownBy(() -> embedder(Map.of("embedding.provider", provider)))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "taros.models.embedding.provider is %s, but %s is not set.",
                        provider, setting);
    }

    @Test
    void namesTheMissingAddress() {
        var settings = Map.of("embedding.provider", "compatible", "embedding.model", "bge-m3");

        assertThatThrownBy(() -> embedder(settings))
                .hasMessageEndingWith("but taros.models.compatible.base-url is not set.");
    }

    @Test
    void refusesTwoModelsAtOnce(@TempDir Path folder) {
        var settings =
                Map.of(
                        "embedding.provider", "openai",
                        "openai.api-key", "sk",
                        "embedding.onnx-dir", folder.toString());

        assertThatThrownBy(() -> embedder(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("taros.models.embedding.onnx-dir")
                .hasMessageContaining("taros.models.embedding.provider");
    }

    @Test
    void refusesAModelOfNobody() {
        assertThatThrownBy(() -> embedder(Map.of("embedding.model", "mistral-embed")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("taros.models.embedding.model is set");
    }

    @Test
    void refusesVectorsThatTheIndexDoesNotTake() {
        var settings =
                Map.of(
                        "embedding.provider", "openai",
                        "openai.api-key", "sk",
                        "embedding.dimensions", "1536");

        assertThatThrownBy(() -> embedder(settings))
                .hasMessage(
                        "taros.models.embedding.dimensions is 1536; the index takes vectors of 1 to 1024 numbers.");
    }
}
