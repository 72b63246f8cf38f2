package io.taros.search.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.mistralai.MistralAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.taros.platform.StartRefused;
import io.taros.platform.models.ModelSettings;
import io.taros.search.EmbeddingProvider;
import io.taros.search.KnownModels;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model of a provider as configured.
 *
 * @param dimensions how many numbers a vector has
 * @param isMultilingual whether the same said in two languages is close together
 */
public record RemoteModel(
        EmbeddingProvider provider,
        String name,
        int dimensions,
        boolean isMultilingual,
        URI baseUrl,
        String apiKey) {
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
            @Nullable Boolean multilingual,
            ModelSettings settings) {
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw new StartRefused(
                    "%sdimensions is %d; the index takes vectors of 1 to %d numbers."
                            .formatted(SETTING, dimensions, MAX_DIMENSIONS));
        }
        var named = named(provider, model, settings);
        return new RemoteModel(
                provider,
                named.model(),
                dimensions,
                KnownModels.isMultilingual(named.model(), multilingual),
                named.baseUrl(),
                named.apiKey());
    }

    private record Named(String model, URI baseUrl, String apiKey) {}

    private static Named named(
            EmbeddingProvider provider, @Nullable String model, ModelSettings settings) {
        return switch (provider) {
            case BUILT_IN -> throw new IllegalArgumentException("The built-in model is not remote");
            case OPENAI -> {
                var name = model == null ? "text-embedding-3-small" : model;
                var openai = settings.openai();
                var key = needed(provider, openai.apiKey(), "taros.models.openai.api-key");
                yield new Named(name, openai.baseUrl(), key);
            }
            case MISTRAL -> {
                var name = model == null ? "mistral-embed" : model;
                var mistral = settings.mistral();
                var key = needed(provider, mistral.apiKey(), "taros.models.mistral.api-key");
                yield new Named(name, mistral.baseUrl(), key);
            }
            case COMPATIBLE -> {
                var name = needed(provider, model, SETTING + "model");
                var server = settings.compatible();
                var url = needed(provider, server.baseUrl(), "taros.models.compatible.base-url");
                var key = server.apiKey();
                yield new Named(name, url, key == null || key.isBlank() ? NO_KEY : key);
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
