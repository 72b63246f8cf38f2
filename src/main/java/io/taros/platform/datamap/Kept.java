package io.taros.platform.datamap;

import java.time.Duration;

/** How long something is kept. */
public sealed interface Kept {
    /** Until a rule of retention removes it. */
    record ByRule(String rule) implements Kept {}

    /** As long as what it belongs to, and removed with it by the database. */
    record With(String table) implements Kept {}

    /** Whoever keeps it drops it by then. */
    record For(Duration time) implements Kept {}

    /** As long as the operator, to whom it is handed as it arises, keeps it. */
    record ByOperator() implements Kept {}

    /** Until what it is needed for is done. */
    record UntilDone() implements Kept {}
}
