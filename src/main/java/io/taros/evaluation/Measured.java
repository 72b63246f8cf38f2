package io.taros.evaluation;

import java.util.List;

/** What a run of the command came to, before anything is counted. */
record Measured(Taught taught, List<Result> results, Titles titles) {
    Measured {
        results = List.copyOf(results);
    }
}
