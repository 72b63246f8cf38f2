package io.taros.knowledge;

import java.util.List;

/**
 * How many pages, and some of them.
 *
 * @param addresses the first of them
 */
public record PageList(int pages, List<String> addresses) {
    public PageList {
        addresses = List.copyOf(addresses);
    }

    /** Pages that are counted but not listed. */
    public int more() {
        return pages - addresses.size();
    }
}
