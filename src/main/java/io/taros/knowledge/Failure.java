package io.taros.knowledge;

import java.util.List;

/**
 * What kept pages from being read, in one sentence.
 *
 * @param pages how many it kept
 * @param addresses the first of them
 */
public record Failure(String reason, int pages, List<String> addresses) {
    public Failure {
        addresses = List.copyOf(addresses);
    }

    /** Pages that are counted but not listed. */
    public int more() {
        return pages - addresses.size();
    }
}
