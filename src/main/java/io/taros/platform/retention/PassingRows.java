package io.taros.platform.retention;

import java.time.Duration;
import java.util.List;

/** Brought by modules: rows that are over by themselves at some moment. */
public interface PassingRows {
    /**
     * Which rows, by names that come from the code alone.
     *
     * @param rule stands in texts and receipts, and so stays what it is
     * @param column with the moment or, in UTC, the day they are counted from, or an expression
     *     that has it; a day is over at its end
     * @param term after that
     * @param isHoldable whether a hold on everything keeps them, too; what only copies something
     *     that is held itself is not
     */
    record Rows(String rule, String table, String column, Term term, boolean isHoldable) {
        public Rows(String rule, String table, String column, Duration kept) {
            this(rule, table, column, Term.fixed(kept), true);
        }

        public static Rows ofDays(String rule, String table, String column, Duration kept) {
            return new Rows(
                    rule,
                    table,
                    "((%s + 1)::timestamp at time zone 'UTC')".formatted(column),
                    kept);
        }

        /** Something that organizations may choose the time of. */
        public Rows chosen(Term other) {
            return new Rows(rule, table, column, other, isHoldable);
        }

        public Rows withoutHold() {
            return new Rows(rule, table, column, term, false);
        }
    }

    /** Of each organization, with that one bound. */
    default List<Rows> ofOrganizations() {
        return List.of();
    }

    default List<Rows> ofInstallation() {
        return List.of();
    }
}
