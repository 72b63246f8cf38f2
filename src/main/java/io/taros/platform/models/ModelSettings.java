package io.taros.platform.models;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Language models and how long to wait for them, {@code taros.models.*}. Without a key, and without
 * a base URL for the compatible server, a provider is simply not there.
 *
 * @param connectTimeout how long a connection may take
 * @param firstTokenTimeout how long until the first word
 * @param totalTimeout how long an answer may take in all, waiting and the retry included
 */
@ConfigurationProperties("taros.models")
public record ModelSettings(
        @DefaultValue OpenAi openai,
        @DefaultValue Anthropic anthropic,
        @DefaultValue Mistral mistral,
        @DefaultValue Compatible compatible,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration firstTokenTimeout,
        @DefaultValue("45s") Duration totalTimeout) {

    /**
     * @param apiKey of OpenAI; without it the provider is not offered
     * @param baseUrl another address that speaks the same protocol
     * @param model used by a bot that names none
     */
    public record OpenAi(
            @Nullable String apiKey,
            @DefaultValue("https://api.openai.com/v1") URI baseUrl,
            @DefaultValue("gpt-4.1-mini") String model) {
        @Override
        public String toString() {
            return model + " at " + baseUrl;
        }
    }

    /**
     * @param apiKey of Anthropic; without it the provider is not offered
     * @param baseUrl another address that speaks the same protocol
     * @param model used by a bot that names none
     */
    public record Anthropic(
            @Nullable String apiKey,
            @DefaultValue("https://api.anthropic.com/v1") URI baseUrl,
            @DefaultValue("claude-haiku-4-5") String model) {
        @Override
        public String toString() {
            return model + " at " + baseUrl;
        }
    }

    /**
     * @param apiKey of Mistral; without it the provider is not offered
     * @param baseUrl another address that speaks the same protocol
     * @param model used by a bot that names none
     */
    public record Mistral(
            @Nullable String apiKey,
            @DefaultValue("https://api.mistral.ai/v1") URI baseUrl,
            @DefaultValue("mistral-small-latest") String model) {
        @Override
        public String toString() {
            return model + " at " + baseUrl;
        }
    }

    /**
     * @param apiKey where the server asks for one
     * @param baseUrl for example {@code http://localhost:11434/v1} for Ollama
     * @param model used by a bot that names none
     */
    public record Compatible(
            @Nullable String apiKey,
            @Nullable URI baseUrl,
            @DefaultValue("llama3.2") String model) {
        @Override
        public String toString() {
            return model + " at " + baseUrl;
        }
    }
}
