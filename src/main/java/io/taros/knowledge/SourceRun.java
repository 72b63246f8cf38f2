package io.taros.knowledge;

import java.time.Instant;

/**
 * What one reading of a site came to.
 *
 * @param failed pages that could not be read; what was known of them stays
 */
public record SourceRun(
        int round,
        Extent extent,
        Instant endedAt,
        PageList added,
        PageList changed,
        PageList vanished,
        int unchanged,
        int failed) {

    public enum Extent {
        WHOLE,
        /** The site could not be followed to its end, or only what failed was read again. */
        PART,
        /** The site has more pages than are read of one source. */
        CAPPED
    }
}
