package io.taros.bot;

import java.util.Optional;

/** Brought by modules that know why a bot cannot be deleted as it is. */
public interface BotTie {
    /** The key of a sentence that says why; empty if nothing holds it. */
    Optional<String> find(Bot.Id bot);
}
