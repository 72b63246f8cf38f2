package io.taros.rights;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure took, and the proof that nothing is left.
 *
 * @param rows how many, by table
 * @param held conversations that stay, because somebody holds them
 * @param heldUntil absent where nothing is held: neither one of theirs nor everything
 * @param searched how many tables were read for it afterwards; 0 until then
 * @param found rows in which it still stands, by table
 */
public record ErasureReceipt(
        Map<String, Long> rows,
        int held,
        @Nullable Instant heldUntil,
        int searched,
        Map<String, Long> found) {
    public ErasureReceipt {
        rows = Map.copyOf(rows);
        found = Map.copyOf(found);
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean wasSearched() {
        return searched > 0;
    }
}
