package io.taros.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The passages as PostgreSQL holds them. What was deleted or belongs to somebody else is simply
 * absent from the answer, which is why nothing found in the index is used before it was read here.
 */
public interface Passages {
    List<Passage> read(Collection<PassageId> ids, Edition edition);

    /**
     * The bot's sources that are not part of an edition, so that their passages crowd out none that
     * are. Whether a passage is used is decided when it is read: this may be a moment old.
     */
    Set<UUID> hidden(BotScope bot, Edition edition);
}
