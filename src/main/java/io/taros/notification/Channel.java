package io.taros.notification;

import io.taros.bot.Bot;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an organization wants to hear of what happens.
 *
 * @param host of its address, which itself is a secret
 * @param bot the only one it hears of; absent for all
 * @param tellsContent whether what was said is told, too
 * @param previousUntil when the secret before the last rotation ends, as long as it signs along
 * @param failingSince the first attempt of those that failed since one succeeded
 * @param offAt when it was given up, until somebody switches it on
 */
public record Channel(
        Channel.Id id,
        Kind kind,
        String name,
        String host,
        Set<Event> events,
        Bot.@Nullable Id bot,
        boolean tellsContent,
        @Nullable Instant previousUntil,
        @Nullable Instant failingSince,
        @Nullable Instant offAt) {
    public Channel {
        events = Set.copyOf(events);
    }

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public boolean isOff() {
        return offAt != null;
    }

    /** Whose words it understands. */
    public enum Kind {
        SLACK,
        TEAMS,
        DISCORD,
        /** JSON, signed as Standard Webhooks has it. */
        WEBHOOK
    }
}
