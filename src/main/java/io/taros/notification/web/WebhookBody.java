package io.taros.notification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.bot.Bot;
import io.taros.notification.Channel;
import io.taros.notification.ChannelSettings;
import io.taros.notification.Event;
import io.taros.platform.web.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewWebhook")
record WebhookBody(
        @Schema(
                        description = "A webhook if absent; cannot be changed",
                        allowableValues = {"webhook", "slack", "teams", "discord"})
                @Nullable String kind,
        @Nullable String name,
        @Nullable String url,
        @Schema(
                        description = "conversation.handoff_requested alone if absent",
                        example = "[\"conversation.started\", \"message.created\"]")
                @Nullable List<String> events,
        @Schema(description = "The only bot it hears of; all if absent") @Nullable UUID botId,
        @Schema(description = "To hear of all bots again") @Nullable Boolean allBots,
        @Schema(description = "Whether message.created carries what was said; no if absent")
                @Nullable Boolean content,
        @Schema(description = "true switches on what was given up") @Nullable Boolean active) {

    Channel.Kind wantedKind() {
        return Arrays.stream(Channel.Kind.values())
                .filter(one -> kind == null || one.name().equals(kind.toUpperCase(Locale.ROOT)))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new BadInput("kind", "notification.input.kind"));
    }

    ChannelSettings settings() {
        return new ChannelSettings(
                name == null ? "" : name,
                url == null ? "" : url,
                events == null ? Set.of(Event.HANDOVER) : chosen(events),
                botId == null ? null : new Bot.Id(botId),
                Boolean.TRUE.equals(content));
    }

    ChannelSettings changed(Channel channel) {
        return new ChannelSettings(
                name == null ? channel.name() : name,
                url,
                events == null ? channel.events() : chosen(events),
                bot(channel),
                content == null ? channel.tellsContent() : content);
    }

    private Bot.@Nullable Id bot(Channel channel) {
        if (Boolean.TRUE.equals(allBots)) {
            return null;
        }
        return botId == null ? channel.bot() : new Bot.Id(botId);
    }

    private static Set<Event> chosen(List<String> types) {
        return types.stream()
                .map(type ->
                        Event.ofType(type)
                                .orElseThrow(() ->
                                        new BadInput("events", "notification.input.event", type)))
                .collect(Collectors.toSet());
    }
}
