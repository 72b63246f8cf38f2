package io.taros.platform.retention;

import java.util.Set;
import java.util.UUID;

/**
 * What must stay at a moment.
 *
 * @param isAll whether everything of the organization is held
 * @param threads what is held one by one
 */
public record Held(boolean isAll, Set<UUID> threads) {
    public static final Held NOTHING = new Held(false, Set.of());

    public Held {
        threads = Set.copyOf(threads);
    }

    public boolean isNothing() {
        return !isAll && threads.isEmpty();
    }
}
