package io.taros.platform.sql;

import java.util.function.Supplier;

/**
 * Transactions whose commit does not wait for the disk: for what may be lost, should the database
 * die within the next second, or is followed by a commit that does wait and takes it along. All
 * others wait. What is committed is seen by everybody at once, as ever.
 */
public final class Unflushed {
    /**
     * A condition that always holds, for a statement that says so of its own transaction: it costs
     * no exchange with the database, and no organization has to be told to it.
     */
    public static final String SQL = "set_config('synchronous_commit', 'off', true) = 'off'";

    private static final ScopedValue<Boolean> BOUND = ScopedValue.newInstance();

    private Unflushed() {}

    public static <T> T call(Supplier<T> work) {
        return ScopedValue.where(BOUND, true).call(work::get);
    }

    static boolean isBound() {
        return BOUND.isBound();
    }
}
