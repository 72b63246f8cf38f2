package io.taros.search;

import java.time.Duration;
import java.util.List;

/** What was found, best first, and how long finding took. */
public record Retrieval(List<Hit> hits, Duration embedding, Duration search, Duration reading) {
    public Retrieval {
        hits = List.copyOf(hits);
    }
}
