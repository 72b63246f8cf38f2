package io.taros.search.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.mistralai.MistralAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.taros.platform.StartRefused;
import io.taros.platform.models.ModelSettings;
import io.taros.search.EmbeddingProvider;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model of a provider as configured.
 *
 * @param dimensions how many numbers a vector has
 */
public record RemoteModel(
        EmbeddingProvider provider, String name, int dimensions, URI baseUrl, String apiKey) {
    /** More than Lucene keeps in an index. */
    private static final int MAX_DIMENSIONS = 1024;

    /** OpenAI's limit of texts in one request; our own is below it. */
    private static final int MANY = 2048;

    /** Servers that need no key still want the header filled. */
    private static final String NO_KEY = "none";

    private static final String SETTING = "taros.models.embedding.";

    /** Refuses the start where something is missing. */
    public static RemoteModel of(
            EmbeddingProvider provider,
            @Nullable String model,
            int dimensions,
            ModelSettings settings) {
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw new StartRefused(
                    "%sdimensions is %d; the index takes vectors of 1 to %d numbers."
                            .formatted(SETTING, dimensions, MAX_DIMENSIONS));
        }
        return switch (provider) {
            case BUILT_IN -> throw new IllegalArgumentException("The built-in model is not remote");
            case OPENAI -> {
                var name = model == null ? "text-embedding-3-small" : model;
                var openai = settings.openai();
                var key = needed(provider, openai.apiKey(), "taros.models.openai.api-key");
                yield new RemoteModel(provider, name, dimensions, openai.baseUrl(), key);
            }
            case MISTRAL -> {
                var name = model == null ? "mistral-embed" : model;
                var mistral = settings.mistral();
                var key = needed(provider, mistral.apiKey(), "taros.models.mistral.api-key");
                yield new RemoteModel(provider, name, dimensions, mistral.baseUrl(), key);
            }
            case COMPATIBLE -> {
                var name = needed(provider, model, SETTING + "model");
                var server = settings.compatible();
                var url = needed(provider, server.baseUrl(), "taros.models.compatible.base-url");
                var key = server.apiKey();
                yield new RemoteModel(
                        provider,
                        name,
                        dimensions,
                        url,
                        key == null || key.isBlank() ? NO_KEY : key);
            }
        };
    }

    private static <T> T needed(EmbeddingProvider provider, @Nullable T value, String setting) {
        if (value == null || value.toString().isBlank()) {
            throw new StartRefused(
                    "%sprovider is %s, but %s is not set."
                            .formatted(SETTING, word(provider), setting));
        }
        return value;
    }

    private static String word(EmbeddingProvider provider) {
        return provider.name().toLowerCase(Locale.ROOT);
    }

    /** Vectors of another provider, model or length never meet these. */
    String id() {
        return word(provider) + "/" + name + "/" + dimensions;
    }

    String host() {
        return baseUrl.getHost();
    }

    @Override
    public String toString() {
        return id() + " at " + host();
    }

    /** None is asked to try again: that is decided here, where it is known who waits. */
    EmbeddingModel open(HttpClientBuilder exchange) {
        return switch (provider) {
            case BUILT_IN -> throw new IllegalStateException("The built-in model is not remote");
            case OPENAI -> openAi(exchange).dimensions(dimensions).build();
            case COMPATIBLE -> openAi(exchange).build();
            case MISTRAL ->
                    MistralAiEmbeddingModel.builder()
                            .httpClientBuilder(exchange)
                            .baseUrl(baseUrl.toString())
                            .apiKey(apiKey)
                            .modelName(name)
                            .maxRetries(0)
                            .build();
        };
    }

    private OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder openAi(HttpClientBuilder exchange) {
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(baseUrl.toString())
                .apiKey(apiKey)
                .modelName(name)
                .maxSegmentsPerBatch(MANY)
                .maxRetries(0);
    }
}
