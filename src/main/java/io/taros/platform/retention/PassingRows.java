package io.taros.platform.retention;

import java.time.Duration;
import java.util.List;

/** Brought by modules: rows that are over by themselves at some moment. */
public interface PassingRows {
    /**
     * Which rows, by names that come from the code alone.
     *
     * @param rule stands in texts and receipts, and so stays what it is
     * @param column with the moment they are counted from
     * @param kept after that moment
     * @param isHoldable whether a hold on everything keeps them, too; what only copies something
     *     that is held itself is not
     */
    record Rows(String rule, String table, String column, Duration kept, boolean isHoldable) {
        public Rows(String rule, String table, String column, Duration kept) {
            this(rule, table, column, kept, true);
        }

        public Rows withoutHold() {
            return new Rows(rule, table, column, kept, false);
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
