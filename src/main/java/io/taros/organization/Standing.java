package io.taros.organization;

import io.taros.platform.security.Admission;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Surface;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Problem;
import io.taros.platform.web.Unserved;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the bound organization is served. While it is suspended nothing of it is lost, and nobody
 * gets at it: not its visitors, not its programs, not its members.
 */
@Repository
@Transactional
public class Standing implements Admission {
    private record State(boolean isSuspended, boolean hasApi) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Standing(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isSuspended() {
        return Tenancy.find().isPresent() && state().isSuspended();
    }

    /** Whether that changed anything. */
    public boolean suspend() {
        return jdbc.sql(
                                """
                                update organization set suspended_at = :now
                                where organization_id = :id and suspended_at is null
                                """)
                        .param("now", clock.instant())
                        .param("id", Tenancy.organization())
                        .update()
                > 0;
    }

    public boolean resume() {
        return jdbc.sql(
                                """
                                update organization set suspended_at = null
                                where organization_id = :id and suspended_at is not null
                                """)
                        .param("id", Tenancy.organization())
                        .update()
                > 0;
    }

    /** The organization is the bound one: whoever names it in a request is bound to it. */
    @Override
    @Transactional(readOnly = true)
    public void check(OrganizationId organization, Surface surface) {
        var state = state();
        if (state.isSuspended()) {
            throw new Unserved(
                    Problem.SUSPENDED,
                    surface == Surface.API
                            ? "organization.suspended.program"
                            : "organization.suspended.visitor");
        }
        if (surface == Surface.API && !state.hasApi()) {
            throw new Unserved(Problem.NOT_INCLUDED, "organization.input.no-api");
        }
    }

    private State state() {
        return jdbc.sql(
                        """
                        select suspended_at is not null as is_suspended, has_api from organization
                        where organization_id = :id
                        """)
                .param("id", Tenancy.organization())
                .query(State.class)
                .optional()
                .orElse(new State(false, true));
    }
}
