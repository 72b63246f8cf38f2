package io.taros.answering.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.taros.bot.Provider;
import io.taros.platform.models.ModelSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One provider as configured, with the model to ask. */
public record Endpoint(Provider provider, URI baseUrl, String apiKey, String model) {
    private static final int MAX_TOKENS = 700;
    private static final double TEMPERATURE = 0.2;

    /** Servers that need no key still want the header filled. */
    private static final String NO_KEY = "none";

    @Override
    public String toString() {
        return provider + " " + model + " at " + baseUrl.getHost();
    }

    /**
     * Those that come into question, the first choice first. A model that was named is the first
     * one's; others have their usual.
     */
    static List<Endpoint> inOrder(
            Provider provider, @Nullable String model, ModelSettings settings) {
        if (provider != Provider.AUTOMATIC) {
            return of(provider, model, settings).stream().toList();
        }
        var all = new ArrayList<Endpoint>();
        for (var each :
                List.of(
                        Provider.OPENAI,
                        Provider.ANTHROPIC,
                        Provider.MISTRAL,
                        Provider.COMPATIBLE)) {
            of(each, all.isEmpty() ? model : null, settings).ifPresent(all::add);
        }
        return all;
    }

    static Optional<Endpoint> of(
            Provider provider, @Nullable String model, ModelSettings settings) {
        return switch (provider) {
            case NONE -> Optional.empty();
            case AUTOMATIC ->
                    of(Provider.OPENAI, model, settings)
                            .or(() -> of(Provider.ANTHROPIC, model, settings))
                            .or(() -> of(Provider.MISTRAL, model, settings))
                            .or(() -> of(Provider.COMPATIBLE, model, settings));
            case OPENAI -> {
                var openai = settings.openai();
                yield withKey(provider, openai.baseUrl(), openai.apiKey(), model, openai.model());
            }
            case ANTHROPIC -> {
                var anthropic = settings.anthropic();
                yield withKey(
                        provider,
                        anthropic.baseUrl(),
                        anthropic.apiKey(),
                        model,
                        anthropic.model());
            }
            case MISTRAL -> {
                var mistral = settings.mistral();
                yield withKey(
                        provider, mistral.baseUrl(), mistral.apiKey(), model, mistral.model());
            }
            case COMPATIBLE -> compatible(settings.compatible(), model);
        };
    }

    private static Optional<Endpoint> withKey(
            Provider provider,
            URI url,
            @Nullable String key,
            @Nullable String model,
            String usual) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Endpoint(provider, url, key, chosen(model, usual)));
    }

    private static Optional<Endpoint> compatible(
            ModelSettings.Compatible settings, @Nullable String model) {
        var url = settings.baseUrl();
        if (url == null) {
            return Optional.empty();
        }
        var key = settings.apiKey();
        return Optional.of(
                new Endpoint(
                        Provider.COMPATIBLE,
                        url,
                        key == null || key.isBlank() ? NO_KEY : key,
                        chosen(model, settings.model())));
    }

    private static String chosen(@Nullable String model, String usual) {
        return model == null || model.isBlank() ? usual : model;
    }

    /**
     * Every provider is asked to keep nothing where its API has a switch for it. OpenAI has {@code
     * store}; Anthropic and Mistral have none in the request, they neither get a user id nor a
     * prompt cache to write to.
     */
    StreamingChatModel open(HttpClientBuilder transport) {
        return switch (provider) {
            case OPENAI ->
                    // No temperature: the reasoning models refuse it.
                    OpenAiStreamingChatModel.builder()
                            .httpClientBuilder(transport)
                            .baseUrl(baseUrl.toString())
                            .apiKey(apiKey)
                            .modelName(model)
                            .maxCompletionTokens(MAX_TOKENS)
                            .store(false)
                            .build();
            case COMPATIBLE ->
                    OpenAiStreamingChatModel.builder()
                            .httpClientBuilder(transport)
                            .baseUrl(baseUrl.toString())
                            .apiKey(apiKey)
                            .modelName(model)
                            .maxTokens(MAX_TOKENS)
                            .temperature(TEMPERATURE)
                            .build();
            case ANTHROPIC ->
                    AnthropicStreamingChatModel.builder()
                            .httpClientBuilder(transport)
                            .baseUrl(baseUrl.toString())
                            .apiKey(apiKey)
                            .modelName(model)
                            .maxTokens(MAX_TOKENS)
                            .temperature(TEMPERATURE)
                            .build();
            case MISTRAL -> mistral(transport);
            case AUTOMATIC, NONE -> throw new IllegalStateException("Not a provider: " + provider);
        };
    }

    private StreamingChatModel mistral(HttpClientBuilder transport) {
        return MistralAiStreamingChatModel.builder()
                .httpClientBuilder(transport)
                .baseUrl(baseUrl.toString())
                .apiKey(apiKey)
                .modelName(model)
                .maxTokens(MAX_TOKENS)
                .temperature(TEMPERATURE)
                .build();
    }
}
