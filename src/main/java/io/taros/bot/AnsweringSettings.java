package io.taros.bot;

import org.jspecify.annotations.Nullable;

/** Of what an owner decides about a bot, the part that changes its answers. */
public record AnsweringSettings(
        String instructions,
        String language,
        double threshold,
        Provider provider,
        @Nullable String model) {

    public static AnsweringSettings of(Bot bot) {
        return new AnsweringSettings(
                bot.instructions(), bot.language(), bot.threshold(), bot.provider(), bot.model());
    }

    static AnsweringSettings of(BotSettings settings) {
        return new AnsweringSettings(
                settings.instructions(),
                settings.language(),
                settings.threshold(),
                settings.provider(),
                settings.model());
    }
}
