package io.taros.privacy;

import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was closed and whose day has come, should its own job have been lost.
 *
 * @param <I> names one of them
 */
abstract class ClosedRule<I> implements RetentionRule {
    private final String table;

    ClosedRule(String table) {
        this.table = table;
    }

    static String nameOf(String table) {
        return "closed-" + table + "s";
    }

    /** The longest waiting first. */
    abstract List<I> due(Instant before, int most);

    abstract void erase(I due);

    @Override
    public final String name() {
        return nameOf(table);
    }

    @Override
    public final String table() {
        return table;
    }

    /** The row says itself when; see {@link Grace}. */
    @Override
    public final Term term() {
        return Term.fixed(Duration.ZERO);
    }

    @Override
    public final boolean isOfOrganizations() {
        return false;
    }

    @Override
    public final Map<String, Long> count(Instant before) {
        return counted(due(before, Integer.MAX_VALUE));
    }

    @Override
    public final Map<String, Long> remove(Instant before, int most) {
        var due = due(before, most);
        due.forEach(this::erase);
        return counted(due);
    }

    private Map<String, Long> counted(List<I> due) {
        return due.isEmpty() ? Map.of() : Map.of(table, (long) due.size());
    }
}
