package io.taros.bot;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An AI agent of one organization.
 *
 * @param instructions persona and rules in the owner's words; data for the prompt, never code
 * @param language ISO 639-1, spoken when the visitor's own language cannot be told
 * @param threshold the reliability below which the bot says that it does not know
 * @param model the provider's name of a model; its default when absent
 */
public record Bot(
        Bot.Id id,
        String name,
        PublicKey publicKey,
        String instructions,
        String language,
        double threshold,
        Provider provider,
        @Nullable String model,
        List<String> allowedOrigins,
        @Nullable String privacyPolicyUrl,
        WidgetLook widget,
        Instant createdAt,
        Instant updatedAt) {

    /** Answers that are more likely wrong than right do more harm than "I do not know". */
    public static final double DEFAULT_THRESHOLD = 0.5;

    /** From this share of the threshold on something is close enough to be asked about. */
    private static final double WORTH_ASKING_BACK = 0.5;

    public Bot {
        requireNonNull(id, "a bot has an id");
        requireNonNull(publicKey, "a bot has a public key");
        requireNonNull(widget, "a bot has a look");
        allowedOrigins = List.copyOf(allowedOrigins);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A bot has a name");
        }
        if (threshold < 0 || threshold > 1) {
            throw new IllegalArgumentException("A threshold lies between 0 and 1");
        }
    }

    /** Everything an owner decides about it. */
    public BotSettings settings() {
        return new BotSettings(
                name,
                instructions,
                language,
                threshold,
                provider,
                model,
                allowedOrigins,
                privacyPolicyUrl,
                widget);
    }

    /** As it answers with other settings. */
    public Bot with(AnsweringSettings settings) {
        return new Bot(
                id,
                name,
                publicKey,
                settings.instructions(),
                settings.language(),
                settings.threshold(),
                settings.provider(),
                settings.model(),
                allowedOrigins,
                privacyPolicyUrl,
                widget,
                createdAt,
                updatedAt);
    }

    /** The reliability from which the bot, not sure enough to answer, asks what was meant. */
    public double askBackThreshold() {
        return WORTH_ASKING_BACK * threshold;
    }

    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
