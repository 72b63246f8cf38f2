package io.taros.platform.rights;

import java.util.List;
import java.util.UUID;

/** What was said in them goes with this transaction, because somebody wished it. */
public record ThreadsErased(List<UUID> threads) {
    public ThreadsErased {
        threads = List.copyOf(threads);
    }
}
