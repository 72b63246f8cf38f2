package io.taros.platform.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is kept for a while and then removed. The module that owns the rows brings the rule. */
public interface RetentionRule {
    /** Stands in settings, texts and receipts, and so stays what it is. */
    String name();

    /** What it is about; others go along. */
    String table();

    Term term();

    /**
     * Of each organization, with that one bound; otherwise of the installation, with none bound.
     */
    boolean isOfOrganizations();

    /**
     * How many rows are older, by table, with those that go along.
     *
     * @param before exclusive
     */
    Map<String, Long> count(Instant before);

    /**
     * Removes a batch of what is older, the oldest first, in the caller's transaction or, without
     * one, in its own.
     *
     * @param before exclusive
     * @param most of the things the rule is about, without those that go along
     * @return how many rows went, by table; empty when nothing is left
     */
    Map<String, Long> remove(Instant before, int most);

    /**
     * The same rule without what is held, for a rule whose things can be held one by one.
     *
     * @param held as {@link Held} names them
     */
    default RetentionRule sparing(Set<UUID> held) {
        return this;
    }

    /** How its things may end; the first unless an organization chose another. */
    default List<Ending> endings() {
        return List.of(Ending.DELETION);
    }

    /** The same rule, with that end; one of {@link #endings}. */
    default RetentionRule ending(Ending how) {
        return this;
    }

    /** Whether a hold on everything an organization has stops it. */
    default boolean isHoldable() {
        return true;
    }
}
