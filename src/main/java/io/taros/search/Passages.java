package io.taros.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The passages as PostgreSQL holds them. What was deleted, is out of reach or belongs to somebody
 * else is simply absent from the answer, which is why nothing found in the index is used before it
 * was read here.
 */
public interface Passages {
    List<Passage> read(Collection<PassageId> ids, Reach reach);

    /**
     * The sources in reach, so that passages of others crowd out none of theirs. Whether a passage
     * is used is decided when it is read: this may be a moment old.
     */
    Selection select(Reach reach);

    /**
     * All sources of a bot but for some, and some of other bots.
     *
     * @param hidden the bot's own that are not asked
     * @param shared other bots' that are
     */
    record Selection(Set<UUID> hidden, Set<UUID> shared) {
        public static final Selection ALL_OF_THE_BOT = new Selection(Set.of(), Set.of());

        public Selection {
            hidden = Set.copyOf(hidden);
            shared = Set.copyOf(shared);
        }
    }
}
