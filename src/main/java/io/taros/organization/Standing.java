package io.taros.organization;

import io.taros.account.Closing;
import io.taros.platform.security.Admission;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Surface;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Problem;
import io.taros.platform.web.Unserved;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the bound organization is served. While it is suspended or closed nothing of it is lost,
 * and nobody gets at it: not its visitors, not its programs, not its members. Others suspend it,
 * its owners close it.
 */
@Repository
@Transactional
public class Standing implements Admission {
    private record State(boolean isSuspended, boolean isClosed, boolean hasApi) {
        static final State NONE = new State(false, false, true);
    }

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

    /** Whether anybody would notice what is done for it. */
    @Transactional(readOnly = true)
    public boolean isServed() {
        var state = state();
        return !state.isSuspended() && !state.isClosed();
    }

    @Transactional(readOnly = true)
    public Optional<Closing> closing() {
        return Tenancy.find()
                .flatMap(organization ->
                        jdbc.sql(
                                        """
                                        select closed_at, erase_at from organization
                                        where organization_id = :id and closed_at is not null
                                        """)
                                .param("id", organization)
                                .query(Closing.class)
                                .optional());
    }

    /** Whether that changed anything. */
    public boolean close(Instant eraseAt) {
        return jdbc.sql(
                                """
                                update organization set closed_at = :now, erase_at = :eraseAt
                                where organization_id = :id and closed_at is null
                                """)
                        .param("now", clock.instant())
                        .param("eraseAt", eraseAt)
                        .param("id", Tenancy.organization())
                        .update()
                > 0;
    }

    /** Whether that changed anything: what is being erased stays closed. */
    public boolean reopen() {
        return jdbc.sql(
                                """
                                update organization set closed_at = null, erase_at = null
                                where organization_id = :id and erase_at > :now
                                """)
                        .param("now", clock.instant())
                        .param("id", Tenancy.organization())
                        .update()
                > 0;
    }

    /** What is closed is erased now; there is no way back. */
    public boolean eraseNow() {
        return jdbc.sql(
                                """
                                update organization set erase_at = :now
                                where organization_id = :id and erase_at > :now
                                """)
                        .param("now", clock.instant())
                        .param("id", Tenancy.organization())
                        .update()
                > 0;
    }

    /** The organization is the bound one: whoever names it in a request is bound to it. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Unserved> refusal(OrganizationId organization, Surface surface) {
        var state = state();
        if (state.isSuspended() || state.isClosed()) {
            var key =
                    surface != Surface.API
                            ? "organization.suspended.visitor"
                            : state.isSuspended()
                                    ? "organization.suspended.program"
                                    : "organization.closed.program";
            return Optional.of(new Unserved(Problem.SUSPENDED, key));
        }
        return surface == Surface.API && !state.hasApi()
                ? Optional.of(new Unserved(Problem.NOT_INCLUDED, "organization.input.no-api"))
                : Optional.empty();
    }

    private State state() {
        return jdbc.sql(
                        """
                        select suspended_at is not null as is_suspended, closed_at is not null as is_closed, has_api
                        from organization
                        where organization_id = :id
                        """)
                .param("id", Tenancy.organization())
                .query(State.class)
                .optional()
                .orElse(State.NONE);
    }
}
