package io.taros.testing;

import io.taros.platform.sql.CrossOrganization;

/** What the renewal of a key waits for, without the wait. */
public final class KeyRenewals {
    /** The last job, as if its renewal had begun then. */
    private static final String JOB =
            """
            update scheduled_tasks set execution_time = now(), task_data = convert_to(regexp_replace(
                convert_from(task_data, 'UTF8'), '"lastOf":[^,}]*', '"lastOf":"2020-01-01T00:00:00Z"'), 'UTF8')
            where task_name = 'ResealValues'
            """;

    private static final String RENEWAL =
            "update organization_key set retiring_since = '2020-01-01T00:00:00Z' where retiring_since is not null";

    private KeyRenewals() {}

    /** All that are under way, and wait for their last job, began long ago. */
    public static void passTime(CrossOrganization everything) {
        everything.inTransaction(jdbc -> jdbc.sql(RENEWAL).update() + jdbc.sql(JOB).update());
    }

    /** The same jobs, but of renewals before those that are under way. */
    public static void passTimeOfJobs(CrossOrganization everything) {
        everything.inTransaction(jdbc -> jdbc.sql(JOB).update());
    }
}
