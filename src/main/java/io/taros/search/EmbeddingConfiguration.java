package io.taros.search;

import io.taros.platform.StartRefused;
import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Egress;
import io.taros.platform.egress.Purpose;
import io.taros.platform.models.ModelSettings;
import io.taros.search.remote.Patience;
import io.taros.search.remote.RemoteEmbedder;
import io.taros.search.remote.RemoteModel;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration
@EnableConfigurationProperties({EmbeddingSettings.class, ModelSettings.class})
class EmbeddingConfiguration {
    @Bean
    OnnxEmbedder localEmbedder(EmbeddingSettings settings) {
        if (settings.onnxDir() == null) {
            return OnnxEmbedder.miniLm();
        }
        var folder = ModelFolder.of(settings.onnxDir());
        return OnnxEmbedder.of(
                folder, KnownModels.isMultilingual(folder.name(), settings.multilingual()));
    }

    /** What passages are found by. */
    @Bean
    @Primary
    Embedder embedder(
            EmbeddingSettings settings,
            ModelSettings models,
            OnnxEmbedder local,
            InstantSource clock,
            Egress egress) {
        if (settings.provider() == EmbeddingProvider.BUILT_IN) {
            return local(settings, local);
        }
        if (settings.onnxDir() != null) {
            throw new StartRefused(
                    "Both taros.models.embedding.onnx-dir and taros.models.embedding.provider name an embedding model; remove one of them.");
        }
        return new RemoteEmbedder(
                RemoteModel.of(
                        settings.provider(),
                        settings.model(),
                        settings.dimensions(),
                        settings.multilingual(),
                        models),
                Patience.of(models.connectTimeout(), settings.questionTimeout()),
                clock,
                egress);
    }

    @Bean
    Destinations embeddingDestinations(Embedder embedder) {
        return () ->
                embedder.host().stream()
                        .flatMap(host ->
                                Stream.of(Purpose.EMBED_QUESTION, Purpose.EMBED_KNOWLEDGE)
                                        .map(purpose ->
                                                new Destinations.Destination(
                                                        purpose, host, embedder.model())))
                        .toList();
    }

    private static Embedder local(EmbeddingSettings settings, OnnxEmbedder local) {
        if (settings.model() != null) {
            throw new StartRefused(
                    "taros.models.embedding.model is set, but taros.models.embedding.provider does not say whose model it is.");
        }
        return local;
    }
}
