package io.taros.notification;

import java.util.UUID;

/**
 * Where an organization wants to hear of what happens.
 *
 * @param host of its address, which itself is a secret
 */
public record Channel(Channel.Id id, Kind kind, String name, String host) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** Whose words it understands. */
    public enum Kind {
        SLACK,
        TEAMS,
        DISCORD,
        /** JSON, signed as Standard Webhooks has it. */
        WEBHOOK
    }
}
