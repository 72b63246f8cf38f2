package io.taros.bot.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.bot.Bot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Bot")
record BotView(
        UUID id,
        @Schema(description = "Goes into the page that shows the bot; no secret") String publicKey,
        String name,
        String instructions,
        String language,
        double threshold,
        String provider,
        @Nullable String model,
        List<String> allowedOrigins,
        @Nullable String privacyPolicyUrl,
        NewBot.Look widget,
        Instant createdAt,
        Instant updatedAt) {

    static BotView of(Bot bot) {
        return new BotView(
                bot.id().value(),
                bot.publicKey().value(),
                bot.name(),
                bot.instructions(),
                bot.language(),
                bot.threshold(),
                NewBot.word(bot.provider()),
                bot.model(),
                bot.allowedOrigins(),
                bot.privacyPolicyUrl(),
                NewBot.Look.of(bot.widget()),
                bot.createdAt(),
                bot.updatedAt());
    }
}
