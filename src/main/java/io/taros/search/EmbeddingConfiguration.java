package io.taros.search;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(EmbeddingSettings.class)
class EmbeddingConfiguration {
    @Bean
    OnnxEmbedder embedder(EmbeddingSettings settings) {
        return settings.onnxDir() == null
                ? OnnxEmbedder.miniLm()
                : OnnxEmbedder.of(ModelFolder.of(settings.onnxDir()));
    }
}
