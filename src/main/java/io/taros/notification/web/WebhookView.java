package io.taros.notification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.notification.Channel;
import io.taros.notification.Event;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Webhook")
record WebhookView(
        UUID id,
        @Schema(allowableValues = {"webhook", "slack", "teams", "discord"}) String kind,
        String name,
        @Schema(description = "Of the address, which itself is shown to nobody again") String host,
        List<String> events,
        @Schema(description = "The only bot it hears of; absent for all") @Nullable UUID botId,
        boolean content,
        @Schema(description = "false once nothing had arrived for a day") boolean active,
        @Nullable Instant failingSince,
        @Schema(description = "Until when the secret before the last rotation signs along")
                @Nullable Instant previousSecretUntil,
        @Schema(description = "Right after it was made and never again") @Nullable String secret) {
    static WebhookView of(Channel channel) {
        return new WebhookView(
                channel.id().value(),
                channel.kind().name().toLowerCase(Locale.ROOT),
                channel.name(),
                channel.host(),
                channel.events().stream().sorted().map(Event::type).toList(),
                channel.bot() == null ? null : channel.bot().value(),
                channel.tellsContent(),
                !channel.isOff(),
                channel.failingSince(),
                channel.previousUntil(),
                null);
    }

    WebhookView with(@Nullable String made) {
        return new WebhookView(
                id,
                kind,
                name,
                host,
                events,
                botId,
                content,
                active,
                failingSince,
                previousSecretUntil,
                made);
    }
}
