package io.taros.bot;

import java.time.Instant;
import java.util.UUID;

/**
 * An open draft of a bot. While there is one, what changes its answers goes into it.
 *
 * @param settings as they will be, changed or not
 * @param revision counts the changes, so that two states of a draft that look alike differ
 */
public record BotDraft(
        BotDraft.Id id,
        Bot.Id bot,
        AnsweringSettings settings,
        long revision,
        Instant openedAt,
        Instant changedAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
