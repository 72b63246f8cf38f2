package io.taros.staff;

import io.taros.platform.sql.CrossOrganization;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** What staff asked of all organizations and nobody decided, the oldest first. */
@Repository
class WaitingRequests {
    private static final int MOST = 200;

    private final CrossOrganization everybody;
    private final InstantSource clock;

    WaitingRequests(CrossOrganization everybody, InstantSource clock) {
        this.everybody = everybody;
        this.clock = clock;
    }

    List<StaffAccess> list() {
        return everybody.inTransaction(jdbc ->
                jdbc
                        .sql(
                                Accesses.SELECT
                                        + """
                                        where account_id is not null and decided_at is null and asked_at > :oldest
                                        order by asked_at, id limit :most
                                        """)
                        .param("oldest", clock.instant().minus(StaffAccess.WAITS))
                        .param("most", MOST)
                        .query(StaffAccess.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList());
    }
}
